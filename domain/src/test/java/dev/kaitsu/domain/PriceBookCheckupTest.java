package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Finding;
import dev.kaitsu.model.Finding.Level;
import dev.kaitsu.model.PriceBookId;
import dev.kaitsu.model.SoldProduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The checkup of a price book")
class PriceBookCheckupTest {
  private static final Optional<PriceBookId> BOOK = Optional.of(new PriceBookId("01s5g0000000001"));

  private final List<SoldProduct> products = new ArrayList<>();

  private List<Finding> look(Optional<PriceBookId> which) {
    return new PriceBookCheckup(asked -> products, asked -> asked, which, List.of()).look();
  }

  private void sold(String name, String whmcsProduct, String cycle, String options) {
    products.add(
        new SoldProduct(
            name,
            Optional.of(new BigDecimal(whmcsProduct)),
            Optional.of(cycle),
            Optional.of(options)));
  }

  @Test
  @DisplayName("passes a product that orders could be billed for")
  void right() {
    sold("A", "181", "Monthly", "{\"7\": 42}");

    assertThat(look(BOOK)).containsExactly(Finding.pass("all 1 products can be billed"));
  }

  @Test
  @DisplayName("judges by the rules of orders: product, cycle and options")
  void rules() {
    sold("PRODUCT", "0", "Monthly", "");
    sold("CYCLE", "181", "Now and then", "");
    sold("OPTIONS", "181", "Monthly", "[]");

    assertThat(look(BOOK))
        .extracting(Finding::found)
        .containsExactly(
            "PRODUCT: WH_Product_ID__c is no positive whole number: 0",
            "CYCLE: Billing_Cycle__c is unknown: 'Now and then'",
            "OPTIONS: Portal_ConfigOptions_JSON__c is not usable: it is no JSON object",
            "3 of 3 products cannot be billed");
  }

  @Test
  @DisplayName("names the first 20 faults, and counts all")
  void many() {
    for (int i = 0; i < 25; i++) {
      sold("P" + i, "-1", "Monthly", "");
    }

    var findings = look(BOOK);

    assertThat(findings).hasSize(21).allMatch(each -> each.level() == Level.FAIL);
    assertThat(findings.get(20).found())
        .isEqualTo("25 of 25 products cannot be billed, of which 20 are named here");
  }

  @Test
  @DisplayName("only warns where nobody says which price book is sold from")
  void unnamed() {
    sold("A", "-1", "Monthly", "");

    assertThat(look(Optional.empty())).hasSize(3).allMatch(each -> each.level() == Level.WARN);
    products.clear();
    assertThat(look(Optional.empty())).hasSize(1).allMatch(each -> each.level() == Level.WARN);
    assertThat(look(BOOK)).hasSize(1).allMatch(each -> each.level() == Level.FAIL);
  }
}
