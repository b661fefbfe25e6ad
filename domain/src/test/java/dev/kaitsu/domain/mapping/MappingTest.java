package dev.kaitsu.domain.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An order is mapped to billing lines, or refused naming the item and the field")
class MappingTest {
  private static final ProductId PRODUCT = new ProductId(42);
  private static final ALine LINE = ALine.internet();

  @Test
  @DisplayName("product, cycle and unit go into one line of the client's draft")
  void plain() throws MappingRefused {
    assertThat(repeating().map(AnOrder.activating().order(), AnOrder.CLIENT))
        .isEqualTo(new BillingDraft(AnOrder.ID, AnOrder.CLIENT, List.of(single(Map.of()))));
  }

  @Test
  @DisplayName("lines keep the order of the items")
  void twoLines() throws MappingRefused {
    var second = ALine.internet().numbered(2).withBillingProduct("242").withBillingCycle("Onetime");
    assertThat(linesOf(repeating(), LINE, second))
        .containsExactly(
            single(Map.of()),
            new BillingLine(
                second.line().item(), new ProductId(242), BillingCycle.ONETIME, 1, Map.of()));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Monthly, MONTHLY",
    "monthly, MONTHLY",
    "onetime, ONETIME",
    "One Time, ONETIME",
    "One-Time, ONETIME",
    "Free Account, FREE",
    "Semi-Annually, SEMIANNUALLY"
  })
  @DisplayName("a billing cycle is read in any usual spelling")
  void cycles(String text, BillingCycle cycle) throws MappingRefused {
    assertThat(linesOf(repeating(), LINE.withBillingCycle(text)))
        .extracting(BillingLine::cycle)
        .containsExactly(cycle);
  }

  @Nested
  @DisplayName("several units")
  class Quantity {
    @Test
    @DisplayName("become one line where the product allows quantities")
    void allowed() throws MappingRefused {
      assertThat(linesOf(new OrderMapping(PRODUCT::equals), LINE.withQuantity("3")))
          .containsExactly(new BillingLine(ALine.ITEM, PRODUCT, BillingCycle.MONTHLY, 3, Map.of()));
    }

    @Test
    @DisplayName("repeat the line where it does not, or where that cannot be told")
    void repeated() throws MappingRefused {
      assertThat(linesOf(repeating(), LINE.withQuantity("3.00")))
          .isEqualTo(Collections.nCopies(3, single(Map.of())));
    }

    @Test
    @DisplayName("are asked about only where there are several")
    void oneUnit() throws MappingRefused {
      var asking =
          new OrderMapping(
              product -> {
                throw new AssertionError("asked about " + product);
              });
      assertThat(linesOf(asking, LINE)).hasSize(1);
    }

    @Test
    @DisplayName("may be a hundred")
    void most() throws MappingRefused {
      assertThat(linesOf(repeating(), LINE.withQuantity("100"))).hasSize(100);
    }
  }

  @Nested
  @DisplayName("config options")
  class Options {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "  ", "{}", " { } "})
    @DisplayName("may be absent")
    void none(String json) throws MappingRefused {
      assertThat(optionsOf(json)).isEmpty();
    }

    @Test
    @DisplayName("are ids with numbers, written as numbers, texts or yes and no, in their order")
    void all() throws MappingRefused {
      assertThat(optionsOf("{\"9\": \"3\",\n \"7\" : 42, \"1\":true, \"2\":false}"))
          .isEqualTo(Map.of(9L, 3L, 7L, 42L, 1L, 1L, 2L, 0L));
      assertThat(optionsOf("{\"9\": 3, \"7\": 42}").keySet()).containsExactly(9L, 7L);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "[1]",
          "7",
          "{\"7\": 42",
          "{\"7\": 42,}",
          "{\"7\": {\"a\": 1}}",
          "{\"seven\": 42}",
          "{\"7\": -1}",
          "{\"7\": 1.5}",
          "{\"7\": null}",
          "{\"7\": \"large\"}",
          "{7: 42}",
          "{\"7\": 1, \"7\": 2}"
        })
    @DisplayName("of any other shape are refused")
    void malformed(String json) {
      var why = refusal(LINE.withConfigOptions(json));
      assertThat(why.code()).isEqualTo(FailureCode.MAPPING_CONFIG_OPTIONS);
      assertThat(why.reason())
          .contains(ALine.ITEM.value(), "Portal_ConfigOptions_JSON__c is not usable");
    }

    private Map<Long, Long> optionsOf(String json) throws MappingRefused {
      return linesOf(repeating(), LINE.withConfigOptions(json)).get(0).configOptions();
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            LINE.withoutBillingProduct(),
            FailureCode.MAPPING_PRODUCT_ID,
            "WH_Product_ID__c is empty"),
        Arguments.of(
            LINE.withBillingProduct("0"),
            FailureCode.MAPPING_PRODUCT_ID,
            "WH_Product_ID__c is no positive whole number: 0"),
        Arguments.of(
            LINE.withBillingProduct("-3"),
            FailureCode.MAPPING_PRODUCT_ID,
            "WH_Product_ID__c is no positive whole number: -3"),
        Arguments.of(
            LINE.withBillingProduct("1.5"),
            FailureCode.MAPPING_PRODUCT_ID,
            "WH_Product_ID__c is no positive whole number: 1.5"),
        Arguments.of(
            LINE.withoutBillingCycle(),
            FailureCode.MAPPING_BILLING_CYCLE,
            "Billing_Cycle__c is empty"),
        Arguments.of(
            LINE.withBillingCycle("weekly"),
            FailureCode.MAPPING_BILLING_CYCLE,
            "Billing_Cycle__c is unknown: 'weekly'"),
        Arguments.of(
            LINE.withQuantity("0"),
            FailureCode.MAPPING_QUANTITY,
            "Quantity is no whole number from 1 to 100: 0"),
        Arguments.of(
            LINE.withQuantity("101"),
            FailureCode.MAPPING_QUANTITY,
            "Quantity is no whole number from 1 to 100: 101"),
        Arguments.of(
            LINE.withQuantity("2.5"),
            FailureCode.MAPPING_QUANTITY,
            "Quantity is no whole number from 1 to 100: 2.5"),
        Arguments.of(
            LINE.withQuantity("1e30"),
            FailureCode.MAPPING_QUANTITY,
            "Quantity is no whole number from 1 to 100: 1000000000000000000000000000000"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("refusals")
  @DisplayName("what is missing or wrong is named: the item, its product, the field and its value")
  void refused(ALine line, FailureCode code, String what) {
    assertThat(refusal(line))
        .isEqualTo(
            new Halt.Refused(code, "order item " + ALine.ITEM + " (INTERNET-HOME-1G): " + what));
  }

  @Test
  @DisplayName("a culprit is found among sound lines")
  void secondLine() {
    var culprit = ALine.internet().numbered(2).withoutBillingCycle();
    assertThat(refusal(LINE, culprit).reason()).contains(culprit.line().item().value());
  }

  @Test
  @DisplayName("an order without lines is refused")
  void noLines() {
    assertThat(refusal())
        .isEqualTo(new Halt.Refused(FailureCode.MAPPING_NO_LINES, "the order has no order items"));
  }

  @Test
  @DisplayName("an order that is scheduled without a time is refused")
  void noTime() {
    var order = AnOrder.activating().scheduledWithoutTime().order();
    assertThat(
            catchThrowableOfType(MappingRefused.class, () -> repeating().map(order, AnOrder.CLIENT))
                .why()
                .code())
        .isEqualTo(FailureCode.MAPPING_SCHEDULE);
  }

  private static OrderMapping repeating() {
    return new OrderMapping(product -> false);
  }

  private static BillingLine single(Map<Long, Long> options) {
    return new BillingLine(ALine.ITEM, PRODUCT, BillingCycle.MONTHLY, 1, options);
  }

  private static List<BillingLine> linesOf(OrderMapping mapping, ALine... lines)
      throws MappingRefused {
    return mapping.map(AnOrder.activating().withLines(lines).order(), AnOrder.CLIENT).lines();
  }

  private static Halt.Refused refusal(ALine... lines) {
    return catchThrowableOfType(MappingRefused.class, () -> linesOf(repeating(), lines)).why();
  }
}
