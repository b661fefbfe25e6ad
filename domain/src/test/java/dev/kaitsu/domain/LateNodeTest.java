package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.JobRunner;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A node that is late or stopping neither writes nor sends")
class LateNodeTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  private final World world = new World();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest(name = "before {0}")
  @EnumSource(
      value = InMemoryBilling.Call.class,
      names = {"LOOK", "HAS_PAYMENT_METHOD"})
  @DisplayName("taken over before the intent of AddOrder is durable, it does not send it")
  void supersededBeforeTheIntent(InMemoryBilling.Call call) {
    world.approve(PLAIN);
    world.billing.script().before(call, () -> world.store.claim(AnOrder.ID));
    assertStops();

    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isZero();
    assertThat(world.facts()).isEmpty();
  }

  @Test
  @DisplayName("taken over in the very call, it writes nothing; the next node adopts its order")
  void supersededInTheCall() {
    world.approve(PLAIN);
    world.billing.script().before(InMemoryBilling.Call.CREATE, () -> world.store.claim(AnOrder.ID));
    assertStops();

    assertThat(world.facts(LedgerFact.Billed.class)).isEmpty();
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    assertThat(world.salesforce.writes()).isEmpty();
    world.hint(AnOrder.ID);
    world.orchestrator.work(world.store.claim(AnOrder.ID));
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("taken over while it accepts, it does not tell Salesforce")
  void supersededWhileAccepting() {
    world.approve(PLAIN);
    world.billing.script().before(InMemoryBilling.Call.ACCEPT, () -> world.store.claim(AnOrder.ID));
    assertStops();
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isZero();
  }

  @Test
  @DisplayName("taken over while it tells Salesforce, it does not end the attempt")
  void supersededWhileTelling() {
    world.approve(PLAIN);
    world
        .salesforce
        .script()
        .before(InMemoryOrders.Call.WRITE, () -> world.store.claim(AnOrder.ID));
    assertStops();
    assertThat(world.facts(LedgerFact.AttemptEnded.class)).isEmpty();
  }

  @Test
  @DisplayName("taken over before a failure is told, it does not tell it")
  void supersededBeforeAFailure() {
    world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
    world.approve(PLAIN);
    world.billing.script().before(InMemoryBilling.Call.LOOK, () -> world.store.claim(AnOrder.ID));
    assertStops();
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isZero();
  }

  @ParameterizedTest(name = "in {0}")
  @EnumSource(
      value = InMemoryBilling.Call.class,
      names = {"LOOK", "HAS_PAYMENT_METHOD", "ACCEPT"})
  @DisplayName("a call that was cut short by a shutdown fails no order: it is handed over")
  void stopping(InMemoryBilling.Call call) {
    world.approve(PLAIN);
    world.billing.script().before(call, () -> Thread.currentThread().interrupt());
    world.billing.script().failsBeforeActing(call, FailureCode.ECONNRESET);
    var claim = world.store.claim(AnOrder.ID);
    var outcome = world.orchestrator.work(claim);
    Thread.interrupted();

    assertThat(outcome).isInstanceOf(WorkOutcome.ComeBack.class);
    assertThat(world.facts(LedgerFact.WriteBackOwed.class)).isEmpty();
    world.store.complete(claim, outcome);
    world.jobs.runDue();
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("AddOrder itself was cut short: handed over in doubt, not failed")
  void stoppingInAddOrder() {
    world.approve(PLAIN);
    world.billing.losesTheNextRequest();
    world
        .billing
        .script()
        .before(InMemoryBilling.Call.CREATE, () -> Thread.currentThread().interrupt());
    var claim = world.store.claim(AnOrder.ID);
    var outcome = world.orchestrator.work(claim);
    Thread.interrupted();

    world.store.complete(claim, outcome);
    assertThat(world.facts(LedgerFact.WriteBackOwed.class)).isEmpty();
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName(
      "stopped while it waits for its client's turn, it is handed over, and nothing is sent")
  void stoppingInTheQueue() {
    world.approve(PLAIN);
    world
        .billing
        .script()
        .before(InMemoryBilling.Call.HAS_PAYMENT_METHOD, () -> Thread.currentThread().interrupt());
    var outcome = world.orchestrator.work(world.store.claim(AnOrder.ID));

    assertThat(Thread.interrupted()).as("whoever runs the work sees that it is to stop").isTrue();
    assertThat(outcome)
        .isEqualTo(
            new WorkOutcome.ComeBack(
                world.clock.instant(), "the node that worked on it was stopped"));
    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isZero();
  }

  @Test
  @DisplayName("stopped after AddOrder was answered: the answer is handed over, not looked for")
  void stoppingAfterAddOrder() {
    world.approve(PLAIN);
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.CREATE,
            () -> {
              world.clock.advance(Duration.ofSeconds(31)); // to be read again before AcceptOrder
              world
                  .salesforce
                  .script()
                  .before(InMemoryOrders.Call.FIND, () -> Thread.currentThread().interrupt());
              world
                  .salesforce
                  .script()
                  .failsBeforeActing(InMemoryOrders.Call.FIND, FailureCode.ECONNRESET);
            });
    var claim = world.store.claim(AnOrder.ID);
    var outcome = world.orchestrator.work(claim);
    Thread.interrupted();

    assertThat(outcome)
        .isEqualTo(
            new WorkOutcome.ComeBack(
                world.clock.instant(), "the node that worked on it was stopped"));
    assertThat(world.facts(LedgerFact.Billed.class)).hasSize(1);
    world.store.complete(claim, outcome);
    world.jobs.runDue();
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isEqualTo(1);
  }

  @Test
  @DisplayName("a node that dies in the look beside the question fails no order")
  void diesBeside() {
    int beforeTheLook = 2 + 1; // Salesforce was read before
    world.approve(PLAIN);
    world.crashes.crashAt(beforeTheLook);
    world.jobs.runDue();

    assertThat(world.jobs.crashes()).isEqualTo(1);
    assertThat(world.facts()).isEmpty();
    assertThat(world.listener.said()).doesNotContain("defect", "halted");
    world.jobs.runFor(JobRunner.TAKEOVER);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  private void assertStops() {
    var claim = world.store.claim(AnOrder.ID);
    assertThatThrownBy(() -> world.orchestrator.work(claim)).isInstanceOf(LostClaimException.class);
  }
}
