package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order read long ago is read again before anything has an effect")
class StaleReadTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Duration STALE = Duration.ofSeconds(30).plusNanos(1);

  private final World world = new World();

  @Test
  @DisplayName("up to thirty seconds it is fresh enough")
  void fresh() {
    passesBefore(InMemoryBilling.Call.LOOK, Duration.ofSeconds(30));
    world.fulfill(PLAIN);
    assertThat(world.calls(InMemoryOrders.Call.FIND)).isEqualTo(1);
  }

  @Test
  @DisplayName("after that it is read again before AddOrder, and goes on if nothing changed")
  void readAgainBeforeAddOrder() {
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    world.fulfill(PLAIN);
    assertThat(world.calls(InMemoryOrders.Call.FIND)).isEqualTo(2);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("and before AcceptOrder")
  void readAgainBeforeAcceptOrder() {
    passesBefore(InMemoryBilling.Call.CREATE, STALE);
    world.fulfill(PLAIN);
    assertThat(world.calls(InMemoryOrders.Call.FIND)).isEqualTo(2);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("taken back meanwhile: withdrawn, nothing is billed, Salesforce is not written to")
  void takenBackBeforeAddOrder() {
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    cancelledMeanwhile();
    world.fulfill(PLAIN);

    assertThat(world.billing.office().orders()).isEmpty();
    assertThat(world.salesforce.writes()).isEmpty();
    assertWithdrawn("Status is Cancelled, neither Approved nor Reactivate; nothing was billed");
    assertThat(world.store.dueAt(AnOrder.ID)).isEmpty();
  }

  @Test
  @DisplayName("taken back after it was billed: withdrawn, not accepted, and what exists is told")
  void takenBackBeforeAcceptOrder() {
    passesBefore(InMemoryBilling.Call.CREATE, STALE);
    cancelledMeanwhile();
    world.fulfill(PLAIN);

    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    assertWithdrawn(
        "Status is Cancelled, neither Approved nor Reactivate; WHMCS order 1 exists already");
    assertThat(world.listener.heard("attemptEnded"))
        .extracting(details -> details.get(1))
        .containsExactly(LedgerFact.Outcome.WITHDRAWN);
  }

  @Test
  @DisplayName("approved again, the order that exists is accepted, and no second one is made")
  void approvedAgain() {
    takenBackBeforeAcceptOrder();
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Reactivate");
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("no longer to be seen: withdrawn")
  void hidden() {
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    world
        .billing
        .script()
        .before(InMemoryBilling.Call.HAS_PAYMENT_METHOD, () -> world.salesforce.hide(AnOrder.ID));
    world.fulfill(PLAIN);
    assertWithdrawn("the order is no longer to be seen in Salesforce; nothing was billed");
  }

  @Test
  @DisplayName("its lines were changed meanwhile: what is billed is what it shows now")
  void linesChanged() {
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.HAS_PAYMENT_METHOD,
            () ->
                world.salesforce.operatorEdits(
                    AnOrder.ID,
                    order -> order.withLines(ALine.internet().withBillingProduct("9"))));
    world.fulfill(PLAIN);
    world.jobs.runDue(); // mapped anew

    assertThat(world.billing.created())
        .singleElement()
        .satisfies(draft -> assertThat(draft.lines().get(0).product()).isEqualTo(new ProductId(9)));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("it went to another account meanwhile: that account's client is billed")
  void accountChanged() {
    var buyer = new AccountId("0015g00000zzzzzAAA");
    var client = new BillingClientId(99);
    world.customers.link(buyer, client);
    world.billing.office().clientWithPaymentMethod(client);
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.HAS_PAYMENT_METHOD,
            () -> world.salesforce.operatorEdits(AnOrder.ID, order -> order.withAccount(buyer)));
    world.fulfill(PLAIN);
    world.jobs.runDue(); // mapped anew

    assertThat(world.billing.created()).extracting(BillingDraft::client).containsExactly(client);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("put off meanwhile: it waits, and is looked at every hour")
  void putOff() {
    var due = world.clock.instant().plus(Duration.ofHours(30));
    passesBefore(InMemoryBilling.Call.LOOK, STALE);
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.HAS_PAYMENT_METHOD,
            () -> world.salesforce.operatorEdits(AnOrder.ID, order -> order.scheduledFor(due)));
    world.fulfill(PLAIN);

    assertThat(world.store.dueAt(AnOrder.ID).orElseThrow())
        .isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
    world.jobs.runFor(Duration.ofHours(31));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("an attempt that is taken over reads anew, and is withdrawn if it was taken back")
  void takenBackWhileDown() {
    world.approve(PLAIN);
    int afterAddOrder = 2 * 3 + 2 + 2;
    world.crashes.crashAt(afterAddOrder);
    world.jobs.runDue();
    assertThat(world.billing.created()).hasSize(1);
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Cancelled");
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.WITHDRAWN);
    assertThat(world.facts(LedgerFact.LostOrderFound.class)).hasSize(1);
  }

  private void passesBefore(InMemoryBilling.Call call, Duration time) {
    world.billing.script().before(call, () -> world.clock.advance(time));
  }

  /** Cancelled just before it is read again. */
  private void cancelledMeanwhile() {
    var script = world.salesforce.script();
    script.before(InMemoryOrders.Call.FIND, () -> {});
    script.before(
        InMemoryOrders.Call.FIND,
        () -> world.salesforce.operatorSetsStatus(AnOrder.ID, "Cancelled"));
  }

  private void assertWithdrawn(String reason) {
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .containsExactly(new LedgerFact.AttemptEnded(LedgerFact.Outcome.WITHDRAWN, reason));
  }
}
