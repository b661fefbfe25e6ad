package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Orders} promises. */
public abstract class OrdersContract {
  private static final BillingOrderId BILLED = new BillingOrderId(4711);

  private final Order order =
      Fresh.order()
          .withLines(
              ALine.internet().numbered(Fresh.number()),
              ALine.internet().numbered(Fresh.number()).withQuantity("3"))
          .order();

  protected abstract Orders orders();

  /**
   * Salesforce holds this order, with some text in its error fields if it has a stale error; its
   * time of change may be another.
   */
  protected abstract void holds(Order order);

  /** The code and message that the order shows in Salesforce; empty if it shows none. */
  protected abstract Optional<WriteBack.Failed> errorShownBy(OrderId order);

  /** The next read fails and is known to have failed. */
  protected abstract void failsTheNextRead();

  /** The next write takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextWrite();

  /** The next write is refused for good, as by a validation rule. */
  protected abstract void refusesTheNextWrite();

  @Test
  @DisplayName("an order is read whole, with its lines and their products")
  void readsAnOrder() {
    holds(order);

    assertThat(orders().find(order.id()))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("modifiedAt")
        .ignoringCollectionOrderInFields("lines")
        .isEqualTo(order);
  }

  @Test
  @DisplayName("an order we are shown none of is absent, not an error")
  void absentOrder() {
    assertThat(orders().find(Fresh.order().order().id())).isEmpty();
  }

  @Test
  @DisplayName("an order without lines is read as such")
  void readsAnOrderWithoutLines() {
    holds(AnOrder.like(order).withLines().order());

    assertThat(orders().find(order.id()).map(Order::lines)).contains(List.of());
  }

  @Test
  @DisplayName("those wait for fulfillment that are activating, approved and not billed")
  void findsWhatWaits() {
    var approved = Fresh.order().order();
    var reactivated = Fresh.order().withStatus("Reactivate").order();
    var billed = Fresh.order().billedAs("17").order();
    var draft = Fresh.order().withStatus("Draft").order();
    var failed = Fresh.order().withActivationStatus("Failed").order();
    List.of(approved, reactivated, billed, draft, failed).forEach(this::holds);

    assertThat(orders().awaitingFulfillment())
        .doesNotHaveDuplicates()
        .contains(approved.id(), reactivated.id())
        .doesNotContain(billed.id(), draft.id(), failed.id());
  }

  @Test
  @DisplayName("an activated order shows what it was billed as, and nothing waits any more")
  void writesActivation() {
    holds(order);

    orders().write(activated(true));

    var after = orders().find(order.id()).orElseThrow();
    assertThat(after.activationStatus()).contains("Activated");
    assertThat(after.billedAs()).contains(BILLED.toString());
    assertThat(after.status()).isPresent().isNotEqualTo(order.status());
    assertThat(errorShownBy(order.id())).isEmpty();
    assertThat(orders().awaitingFulfillment()).doesNotContain(order.id());
  }

  @Test
  @DisplayName("Status stays where the write-back does not complete it")
  void leavesStatus() {
    holds(order);

    orders().write(activated(false));

    assertThat(orders().find(order.id()).orElseThrow().status()).isEqualTo(order.status());
  }

  @Test
  @DisplayName("a failed order shows the code and the message")
  void writesFailure() {
    holds(order);

    orders().write(failed());

    var after = orders().find(order.id()).orElseThrow();
    assertThat(after.activationStatus()).contains("Failed");
    assertThat(after.billedAs()).isEmpty();
    assertThat(after.status()).isEqualTo(order.status());
    assertThat(after.staleError()).isTrue();
    assertThat(errorShownBy(order.id())).contains(failed());
  }

  @Test
  @DisplayName("writing the same result twice changes nothing more")
  void writesTwice() {
    holds(order);

    orders().write(activated(true));
    var once = orders().find(order.id()).orElseThrow();
    orders().write(activated(true));

    assertThat(orders().find(order.id()))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("modifiedAt")
        .isEqualTo(once);
  }

  @Test
  @DisplayName("clearing an error leaves the order activating, however often it is done")
  void clearsError() {
    holds(AnOrder.like(order).withStaleError(true).order());

    orders().clearError(order.id());
    orders().clearError(order.id());

    var after = orders().find(order.id()).orElseThrow();
    assertThat(after.staleError()).isFalse();
    assertThat(after.isActivating()).isTrue();
    assertThat(errorShownBy(order.id())).isEmpty();
  }

  @Test
  @DisplayName("a call that provably did nothing failed")
  void failure() {
    holds(order);
    failsTheNextRead();

    assertThat(haltOf(() -> orders().find(order.id()))).isInstanceOf(Halt.Failed.class);
  }

  @Test
  @DisplayName("a write whose answer was lost is uncertain, and may be in place")
  void lostAnswer() {
    holds(order);
    losesTheAnswerOfTheNextWrite();

    assertThat(haltOf(() -> orders().write(activated(true)))).isInstanceOf(Halt.Uncertain.class);
    assertThat(orders().find(order.id()).orElseThrow().billedAs()).contains(BILLED.toString());
  }

  @Test
  @DisplayName("a write that is rejected for good is refused, and nothing of it is in place")
  void refusal() {
    holds(order);
    refusesTheNextWrite();

    assertThat(haltOf(() -> orders().write(activated(true)))).isInstanceOf(Halt.Refused.class);
    assertThat(orders().find(order.id()).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("modifiedAt")
        .ignoringCollectionOrderInFields("lines")
        .isEqualTo(order);
  }

  @Test
  @DisplayName("a result for an order that is not shown to us is refused")
  void refusesUnknownOrders() {
    assertThat(haltOf(() -> orders().write(failed()))).isInstanceOf(Halt.Refused.class);
  }

  private WriteBack.Activated activated(boolean completesStatus) {
    return new WriteBack.Activated(
        order.id(),
        BILLED,
        AnOrder.CLIENT,
        completesStatus,
        Map.of(order.lines().get(0).item(), List.of(new ServiceId(8), new ServiceId(9))),
        Optional.empty());
  }

  private WriteBack.Failed failed() {
    return new WriteBack.Failed(order.id(), FailureCode.ETIMEOUT, "billing did not answer");
  }
}
