package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.JobRunner;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A node that stood still asks the ledger before it sends anything")
class FrozenNodeTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Duration HALF_A_TAKEOVER =
      FulfillmentSettings.DEFAULTS.takeoverAfter().dividedBy(2);
  private static final Duration TOO_LONG = HALF_A_TAKEOVER.plusNanos(1);

  private final World world = new World();

  @Test
  @DisplayName("AddOrder is not sent later than half a takeover time after its intent: given up")
  void stoodStill() {
    world.approve(PLAIN);
    var jobs = jobs(standingStill(LedgerFact.CreationSent.class, TOO_LONG));
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
    jobs(standingStill(LedgerFact.CreationSent.class, HALF_A_TAKEOVER)).runDue();
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @ParameterizedTest(name = "after {0}")
  @ValueSource(classes = {LedgerFact.AcceptSent.class, LedgerFact.WriteBackSent.class})
  @DisplayName("taken over meanwhile, it sends nothing")
  void takenOver(Class<? extends LedgerFact> last) {
    world.approve(PLAIN);
    var ledger =
        new StandingStill(
            world.ledger,
            last,
            () -> {
              world.clock.advance(TOO_LONG);
              world.store.claim(AnOrder.ID);
            });
    var claim = world.store.claim(AnOrder.ID);
    assertThatThrownBy(() -> orchestrator(ledger).work(claim))
        .isInstanceOf(LostClaimException.class);

    boolean accepted = last == LedgerFact.WriteBackSent.class;
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(accepted ? 1 : 0);
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isZero();
  }

  @ParameterizedTest(name = "after {0}")
  @ValueSource(classes = {LedgerFact.AcceptSent.class, LedgerFact.WriteBackSent.class})
  @DisplayName("still the owner, it goes on")
  void stillOurs(Class<? extends LedgerFact> last) {
    world.approve(PLAIN);
    var ledger = standingStill(last, TOO_LONG);
    jobs(ledger).runDue();

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(ledger.confirmations()).isEqualTo(1);
  }

  @Test
  @DisplayName("where nothing stood still, the ledger is not asked")
  void costsNothing() {
    world.approve(PLAIN);
    var ledger = standingStill(LedgerFact.AcceptSent.class, HALF_A_TAKEOVER);
    jobs(ledger).runDue();

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(ledger.confirmations()).isZero();
  }

  @Test
  @DisplayName("an owed result is sent only after the ledger was asked")
  void owedResult() {
    world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
    world.fulfill(PLAIN);
    var claim = world.store.claim(AnOrder.ID);
    world.salesforce.script().before(InMemoryOrders.Call.FIND, () -> world.store.claim(AnOrder.ID));

    assertThatThrownBy(() -> world.orchestrator.work(claim)).isInstanceOf(LostClaimException.class);
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(1);
  }

  @Test
  @DisplayName("stale errors are cleared only after the ledger was asked")
  void staleErrors() {
    world.approve(PLAIN.withStaleError(true));
    var claim = world.store.claim(AnOrder.ID);
    world.billing.script().before(InMemoryBilling.Call.LOOK, () -> world.store.claim(AnOrder.ID));

    assertThatThrownBy(() -> world.orchestrator.work(claim)).isInstanceOf(LostClaimException.class);
    assertThat(world.calls(InMemoryOrders.Call.CLEAR_ERROR)).isZero();
  }

  private StandingStill standingStill(Class<? extends LedgerFact> after, Duration time) {
    return new StandingStill(world.ledger, after, () -> world.clock.advance(time));
  }

  private JobRunner jobs(StandingStill ledger) {
    return new JobRunner(orchestrator(ledger), world.store, world.clock);
  }

  private FulfillmentOrchestrator orchestrator(StandingStill ledger) {
    var ports = world.ports;
    var slow =
        new FulfillmentPorts(
            ports.orders(),
            ports.billing(),
            ports.customers(),
            ledger,
            ports.inbox(),
            ports.holds(),
            ports.sims(),
            ports.listener());
    return new FulfillmentOrchestrator(
        slow, FulfillmentSettings.DEFAULTS, world.time(), Runnable::run);
  }
}
