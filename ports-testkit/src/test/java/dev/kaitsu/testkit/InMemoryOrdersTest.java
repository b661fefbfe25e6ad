package dev.kaitsu.testkit;

import static dev.kaitsu.testkit.InMemoryOrders.Call.FIND;
import static dev.kaitsu.testkit.InMemoryOrders.Call.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import dev.kaitsu.testkit.contract.OrdersContract;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Orders in memory keep what Salesforce promises")
class InMemoryOrdersTest extends OrdersContract {
  private final InMemoryOrders orders = new InMemoryOrders();

  @Test
  @DisplayName("an operator's edit moves the time of change, however quick it is")
  void editsMoveTheTimeOfChange() {
    orders.put(AnOrder.activating());
    var before = orders.order(AnOrder.ID).modifiedAt();

    orders.operatorSetsStatus(AnOrder.ID, "Cancelled");
    var between = orders.order(AnOrder.ID).modifiedAt();
    orders.operatorSetsActivating(AnOrder.ID);

    assertThat(between).isAfter(before);
    assertThat(orders.order(AnOrder.ID).modifiedAt()).isAfter(between);
    assertThat(orders.order(AnOrder.ID).status()).contains("Cancelled");
  }

  @Test
  @DisplayName("somebody can step in just before a call")
  void stepsInBeforeACall() {
    orders.put(AnOrder.activating());
    orders.script().before(FIND, () -> orders.operatorSetsStatus(AnOrder.ID, "Cancelled"));

    assertThat(orders.find(AnOrder.ID).orElseThrow().isApproved()).isFalse();
    assertThat(orders.script().calls(FIND)).isEqualTo(1);
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected void holds(Order order) {
    orders.put(order);
  }

  @Override
  protected Optional<WriteBack.Failed> errorShownBy(OrderId order) {
    return orders
        .lastWriteOf(order)
        .filter(last -> orders.order(order).staleError())
        .filter(WriteBack.Failed.class::isInstance)
        .map(WriteBack.Failed.class::cast);
  }

  @Override
  protected void failsTheNextRead() {
    orders.script().failsBeforeActing(FIND, FailureCode.HTTP_503);
  }

  @Override
  protected void losesTheAnswerOfTheNextWrite() {
    orders.script().losesTheAnswer(WRITE, FailureCode.ECONNRESET);
  }

  @Override
  protected void refusesTheNextWrite() {
    orders.script().refuses(WRITE, FailureCode.SALESFORCE_REFUSED, "a validation rule");
  }
}
