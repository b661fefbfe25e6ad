package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A result that Salesforce refuses for good waits for a person")
class RefusedResultTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final AnOrder UNMAPPABLE = PLAIN.withLines();

  private final World world = new World();

  @Test
  @DisplayName("that the order is live is told as a failure, in Salesforce's own words")
  void liveToldAsFailure() {
    refuses();
    world.fulfill(PLAIN);

    assertThat(world.activation()).isEqualTo("Failed");
    assertThat(world.salesforce.lastWriteOf(AnOrder.ID))
        .contains(
            new WriteBack.Failed(
                AnOrder.ID,
                FailureCode.SALESFORCE_RESULT_REFUSED,
                "WHMCS order 1 is live, but Salesforce refuses the result: a validation rule"));
    assertThat(world.facts(LedgerFact.WriteBackParked.class))
        .containsExactly(new LedgerFact.WriteBackParked("a validation rule"));
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.PARKED);
    assertThat(world.listener.heard("writeBackParked")).hasSize(1);
  }

  @Test
  @DisplayName("the retry tells it, without a second bill or accept")
  void retryTellsIt() {
    refuses();
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(1);
  }

  @Test
  @DisplayName("where part of the result is in place, no failure is written over it")
  void partIsInPlace() {
    refuses();
    world
        .salesforce
        .script()
        .before(
            InMemoryOrders.Call.WRITE,
            () ->
                world.salesforce.operatorEdits(
                    AnOrder.ID, order -> order.withActivationStatus("Activated").billedAs("1")));
    world.fulfill(PLAIN);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(1);
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.PARKED);
  }

  @Test
  @DisplayName("Salesforce is down by then: the failure is owed, and follows")
  void thenDown() {
    refuses();
    world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
    world.fulfill(PLAIN);
    assertThat(world.activation()).isEqualTo("Activating");
    assertThat(world.file(AnOrder.ID).owed()).isPresent();
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.salesforce.failureOf(AnOrder.ID))
        .contains(FailureCode.SALESFORCE_RESULT_REFUSED);
    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(1);
  }

  @Test
  @DisplayName("the failure is refused too: parked, and left alone while nothing changes")
  void bothRefused() {
    refuses();
    refuses();
    world.fulfill(PLAIN);
    sweepsSeeIt();

    assertThat(world.activation()).isEqualTo("Activating");
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(2);
    assertParkedOnce();
    world.salesforce.operatorEdits(AnOrder.ID, order -> order);
    world.hint(AnOrder.ID);
    world.jobs.runDue();
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("a failure that is refused is parked, and left alone while nothing changes")
  void failureRefused() {
    refuses();
    world.fulfill(UNMAPPABLE);
    sweepsSeeIt();

    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(1);
    assertParkedOnce();
    assertThat(world.facts(LedgerFact.Skipped.class)).hasSize(1);
    assertThat(world.listener.heard("writeBackParked"))
        .extracting(details -> details.get(1))
        .containsExactly("a validation rule");
  }

  private void sweepsSeeIt() {
    for (int i = 0; i < 3; i++) {
      world.hint(AnOrder.ID);
      world.jobs.runFor(World.LONG_ENOUGH);
    }
  }

  private void assertParkedOnce() {
    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(1);
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .containsExactly(
            new LedgerFact.AttemptEnded(
                LedgerFact.Outcome.PARKED, "Salesforce refuses the result: a validation rule"));
  }

  private void refuses() {
    world
        .salesforce
        .script()
        .refuses(InMemoryOrders.Call.WRITE, FailureCode.SALESFORCE_REFUSED, "a validation rule");
  }
}
