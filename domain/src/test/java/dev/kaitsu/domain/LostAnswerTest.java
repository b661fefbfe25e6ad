package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The answer to AddOrder is lost: what it made is looked for")
class LostAnswerTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final BillingOrderId FIRST = new BillingOrderId(1);

  private final World world = new World();

  @Test
  @DisplayName("one look at once finds its order: nothing failed, the order goes live")
  void foundAtOnce() {
    world.billing.losesTheNextAnswer();
    world.fulfill(PLAIN);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.facts(LedgerFact.Billed.class))
        .containsExactly(new LedgerFact.Billed(FIRST, List.of(), true));
    assertThat(world.facts(LedgerFact.Halted.class)).isEmpty();
  }

  @Test
  @DisplayName("the services of the order that was found are read for Salesforce")
  void servicesOfFound() {
    world.billing.losesTheNextAnswer();
    world.fulfill(PLAIN);
    var told = (WriteBack.Activated) world.salesforce.writes().get(0);
    assertThat(told.services()).containsOnlyKeys(ALine.ITEM);
  }

  @Test
  @DisplayName("not found: Failed with the cause's code, and a message that it is looked for")
  void notFound() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);

    var told = (WriteBack.Failed) world.salesforce.writes().get(0);
    assertThat(told.code()).isEqualTo(FailureCode.ETIMEOUT);
    assertThat(told.message()).contains("being looked for");
    assertThat(world.store.dueAt(AnOrder.ID)).isPresent();
  }

  @Test
  @DisplayName("not found: the client's turn is over, its next order need not wait")
  void endsTheTurn() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.fulfill(AnOrder.numbered(2));

    assertThat(world.facts(LedgerFact.CreationUnanswered.class)).hasSize(1);
    assertThat(world.salesforce.order(AnOrder.idNumbered(2)).activationStatus())
        .contains("Activated");
  }

  @Test
  @DisplayName("it is looked for until the window closes, ever less often, and then no more")
  void keptBeingLookedFor() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    int before = world.calls(InMemoryBilling.Call.LOOK);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.calls(InMemoryBilling.Call.LOOK) - before).isBetween(4, 12);
    assertThat(world.facts()).endsWith(new LedgerFact.LookClosed(List.of()));
    assertThat(world.store.dueAt(AnOrder.ID)).isEmpty();
    assertThat(world.billing.created()).isEmpty();
    assertSearchIsOver();
  }

  @Test
  @DisplayName("at the end, newer orders without a marker are told, except other orders' of ours")
  void unexplained() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.fulfill(AnOrder.numbered(2));
    var staffs = world.billing.office().staffOrders(AnOrder.CLIENT);
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.facts()).endsWith(new LedgerFact.LookClosed(List.of(staffs)));
  }

  @Test
  @DisplayName("the search goes on after looks that failed")
  void looksFail() {
    world.billing.losesTheNextRequest();
    world.approve(PLAIN);
    var script = world.billing.script();
    script.before(InMemoryBilling.Call.LOOK, () -> {});
    world.jobs.runDue();
    for (int i = 0; i < 5; i++) {
      script.failsBeforeActing(InMemoryBilling.Call.LOOK, FailureCode.HTTP_503);
    }
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.facts(LedgerFact.LookClosed.class)).hasSize(1);
  }

  @Test
  @DisplayName("a look that fails at once proves nothing: Failed, and looked for")
  void lookAtOnceFails() {
    world.billing.losesTheNextAnswer();
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.CREATE,
            () ->
                world
                    .billing
                    .script()
                    .failsBeforeActing(InMemoryBilling.Call.LOOK, FailureCode.HTTP_500));
    world.fulfill(PLAIN);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.ETIMEOUT);
    assertThat(world.facts()).contains(new LedgerFact.LostOrderFound(FIRST));
    assertThat(world.listener.heard("lostOrderFound")).hasSize(1);
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("what is found later is reported, and adopted only by the operator's retry")
  void lateCommit() {
    world.billing.commitsLate();
    world.fulfill(PLAIN);
    world.jobs.runFor(Duration.ofMinutes(1));
    world.billing.lateCommitArrives();
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isEqualTo("Failed");
    assertThat(world.facts()).endsWith(new LedgerFact.LostOrderFound(FIRST));
    assertSearchIsOver();
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("a later failure for another reason does not end the search")
  void searchSurvivesAnotherFailure() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.PAYMENT_METHOD_MISSING);
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.facts(LedgerFact.LookClosed.class)).hasSize(1);
  }

  @Test
  @DisplayName("taking the order back does not end the search, and the doubt is told")
  void searchSurvivesWithdrawal() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Cancelled");
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.facts(LedgerFact.AttemptEnded.class).reduce((a, b) -> b))
        .contains(
            new LedgerFact.AttemptEnded(
                LedgerFact.Outcome.WITHDRAWN,
                "Status is Cancelled, neither Approved nor Reactivate"
                    + "; an AddOrder went unanswered, WHMCS may show its order"));
    assertThat(world.facts(LedgerFact.LookClosed.class)).hasSize(1);
  }

  /** Hints bring no further look at WHMCS. */
  private void assertSearchIsOver() {
    int looks = world.calls(InMemoryBilling.Call.LOOK);
    world.hint(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isEqualTo(looks);
  }
}
