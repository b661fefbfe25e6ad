package dev.kaitsu.domain.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What billing made is told apart by order item")
class BilledLinesTest {
  private static final OrderItemId FIRST = ALine.internet().numbered(1).line().item();
  private static final OrderItemId SECOND = ALine.internet().numbered(2).line().item();

  @Test
  @DisplayName("answered service ids come in the order of the lines, one a line")
  void onePerLine() {
    var draft = draft(line(FIRST, 42, 1), line(FIRST, 42, 1), line(SECOND, 9, 5));
    assertThat(ServiceAssignment.byPosition(draft, ids(11, 12, 13)))
        .contains(Map.of(FIRST, ids(11, 12), SECOND, ids(13)));
  }

  @Test
  @DisplayName("or one a unit, where a line's units become services of their own")
  void onePerUnit() {
    var draft = draft(line(FIRST, 42, 2), line(SECOND, 9, 1));
    assertThat(ServiceAssignment.byPosition(draft, ids(11, 12, 13)))
        .contains(Map.of(FIRST, ids(11, 12), SECOND, ids(13)));
  }

  @Test
  @DisplayName("any other number of ids says nothing: the services must be read")
  void otherNumber() {
    var draft = draft(line(FIRST, 42, 1), line(SECOND, 9, 1));
    assertThat(ServiceAssignment.byPosition(draft, ids(11))).isEmpty();
    assertThat(ServiceAssignment.byPosition(draft, ids())).isEmpty();
    assertThat(ServiceAssignment.byPosition(draft, ids(11, 12, 13))).isEmpty();
  }

  @Test
  @DisplayName("services that were read go to the item of their product")
  void byProduct() {
    var draft = draft(line(FIRST, 42, 1), line(SECOND, 9, 1));
    assertThat(ServiceAssignment.byProduct(draft, List.of(service(11, 9, 1), service(12, 42, 1))))
        .isEqualTo(Map.of(FIRST, ids(12), SECOND, ids(11)));
  }

  @Test
  @DisplayName("items of one product share its services by units, in their order")
  void sameProduct() {
    var draft = draft(line(FIRST, 42, 2), line(SECOND, 42, 1));
    assertThat(
            ServiceAssignment.byProduct(
                draft, List.of(service(11, 42, 1), service(12, 42, 1), service(13, 42, 1))))
        .isEqualTo(Map.of(FIRST, ids(11, 12), SECOND, ids(13)));
    assertThat(ServiceAssignment.byProduct(draft, List.of(service(11, 42, 2), service(12, 42, 1))))
        .isEqualTo(Map.of(FIRST, ids(11), SECOND, ids(12)));
  }

  @Test
  @DisplayName("a service too many goes to nobody, an item too many gets none")
  void leftovers() {
    var draft = draft(line(FIRST, 42, 1), line(SECOND, 9, 1));
    assertThat(ServiceAssignment.byProduct(draft, List.of(service(11, 42, 1), service(12, 7, 1))))
        .isEqualTo(Map.of(FIRST, ids(11)));
  }

  @Test
  @DisplayName("nothing differs if billing holds the units that were ordered, however split")
  void same() {
    var draft = draft(line(FIRST, 42, 3), line(SECOND, 9, 1));
    assertThat(
            LineCheck.difference(
                draft, List.of(service(1, 9, 1), service(2, 42, 2), service(3, 42, 1))))
        .isEmpty();
  }

  @Test
  @DisplayName("a quantity that billing ignored is found")
  void ignoredQuantity() {
    assertThat(LineCheck.difference(draft(line(FIRST, 42, 3)), List.of(service(1, 42, 1))))
        .contains("units by product: ordered {42=3}, billed {42=1}");
  }

  @Test
  @DisplayName("so is a line that it dropped, and one that nobody ordered")
  void otherLines() {
    assertThat(LineCheck.difference(draft(line(FIRST, 42, 1)), List.of(service(1, 9, 1))))
        .contains("units by product: ordered {42=1}, billed {9=1}");
  }

  private static BillingDraft draft(BillingLine... lines) {
    return new BillingDraft(AnOrder.ID, AnOrder.CLIENT, List.of(lines));
  }

  private static BillingLine line(OrderItemId item, long product, int quantity) {
    return new BillingLine(item, new ProductId(product), BillingCycle.MONTHLY, quantity, Map.of());
  }

  private static BilledService service(long id, long product, int quantity) {
    return new BilledService(new ServiceId(id), new ProductId(product), quantity, true);
  }

  private static List<ServiceId> ids(long... values) {
    return LongStream.of(values).mapToObj(ServiceId::new).toList();
  }
}
