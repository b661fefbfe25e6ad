package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.JobRunner;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A node that is late or stopping neither writes nor sends")
class LateNodeTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Duration HALF_A_TAKEOVER =
      FulfillmentSettings.DEFAULTS.takeoverAfter().dividedBy(2);

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

  @Test
  @DisplayName("AddOrder is not sent later than half a takeover time after its intent: given up")
  void stoodStill() {
    world.approve(PLAIN);
    var jobs = jobsThatStandStillOnce(HALF_A_TAKEOVER.plusNanos(1));
    jobs.runDue();

    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isZero();
    assertThat(world.activation()).isEqualTo("Activating");
    assertThat(world.facts())
        .endsWith(
            new LedgerFact.CreationRefused(
                FailureCode.INTERNAL_ERROR, "not sent: this node stood still"));
    jobs.runFor(Duration.ofSeconds(5)); // proved not sent: no window to wait for
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("within that time it is sent")
  void slowButInTime() {
    world.approve(PLAIN);
    jobsThatStandStillOnce(HALF_A_TAKEOVER).runDue();
    assertThat(world.activation()).isEqualTo("Activated");
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

  private void assertStops() {
    var claim = world.store.claim(AnOrder.ID);
    assertThatThrownBy(() -> world.orchestrator.work(claim)).isInstanceOf(LostClaimException.class);
  }

  private JobRunner jobsThatStandStillOnce(Duration time) {
    var ports = world.ports;
    var slow =
        new FulfillmentPorts(
            ports.orders(),
            ports.billing(),
            ports.customers(),
            new StandingStill(ports.ledger(), () -> world.clock.advance(time)),
            ports.inbox(),
            ports.listener());
    var late =
        new FulfillmentOrchestrator(
            slow, FulfillmentSettings.DEFAULTS, world.time(), Runnable::run);
    return new JobRunner(late, world.store, world.clock);
  }

  /** A ledger after whose first intent the node stands still for a while. */
  private static final class StandingStill implements Ledger {
    private final Ledger ledger;
    private Optional<Runnable> pause;

    StandingStill(Ledger ledger, Runnable pause) {
      this.ledger = ledger;
      this.pause = Optional.of(pause);
    }

    @Override
    public boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts) {
      boolean ourTurn = ledger.recordSending(claim, client, facts);
      pause.ifPresent(Runnable::run);
      pause = Optional.empty();
      return ourTurn;
    }

    @Override
    public OrderHistory recall(OrderId order) {
      return ledger.recall(order);
    }

    @Override
    public void record(Claim claim, List<LedgerFact> facts) {
      ledger.record(claim, facts);
    }

    @Override
    public void confirm(Claim claim) {
      ledger.confirm(claim);
    }

    @Override
    public boolean state(OrderId order, LedgerFact.Disowned statement) {
      return ledger.state(order, statement);
    }

    @Override
    public Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed) {
      return ledger.linkedToOthers(order, billed);
    }

    @Override
    public Optional<OrderProgress> progress(OrderId order) {
      return ledger.progress(order);
    }
  }
}
