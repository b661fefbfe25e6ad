package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After a lost answer, an order of the client is newer than all before the first call")
class NewerOrderTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  private final World world = new World();

  @Test
  @DisplayName("without our marker: parked, never guessed")
  void unmarked() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    var staffs = world.billing.office().staffOrders(AnOrder.CLIENT);
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.facts()).endsWith(new LedgerFact.LookClosed(List.of(staffs)));
    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNMARKED);
    assertThat(
            ((WriteBack.Failed) world.salesforce.lastWriteOf(AnOrder.ID).orElseThrow()).message())
        .contains(staffs.toString());
    assertThat(
            world.facts(LedgerFact.AttemptEnded.class).reduce((a, b) -> b).orElseThrow().outcome())
        .isEqualTo(LedgerFact.Outcome.PARKED);
    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isEqualTo(1);
  }

  @Test
  @DisplayName("linked to another order of ours: it does not hinder")
  void linked() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.fulfill(AnOrder.numbered(2));
    world.jobs.runFor(World.LONG_ENOUGH);
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(2);
  }

  @Test
  @DisplayName("of which somebody says that it is not ours: it does not hinder, others still do")
  void disowned() {
    var desk = new OrderDesk(world.ports, world.time());
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    var first = world.billing.office().staffOrders(AnOrder.CLIENT);
    var second = world.billing.office().staffOrders(AnOrder.CLIENT);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(desk.disown(AnOrder.ID, List.of(first), "someone")).isTrue();
    world.retry(AnOrder.ID);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNMARKED);
    desk.disown(AnOrder.ID, List.of(second), "someone");
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
    assertThat(desk.disown(AnOrder.numbered(2).order().id(), List.of(first), "someone")).isFalse();
  }

  @Test
  @DisplayName("disowned while it was still being looked for: the search does not report it")
  void disownedInTime() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    var staffs = world.billing.office().staffOrders(AnOrder.CLIENT);
    new OrderDesk(world.ports, world.time()).disown(AnOrder.ID, List.of(staffs), "someone");
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.facts()).endsWith(new LedgerFact.LookClosed(List.of()));
  }

  @Test
  @DisplayName("older ones never hinder")
  void older() {
    world.billing.office().staffOrders(AnOrder.CLIENT);
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.jobs.runFor(World.LONG_ENOUGH);
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("the mark stays where it was before the first call, however many calls follow")
  void highWaterIsKept() {
    var before = world.billing.office().staffOrders(AnOrder.CLIENT);
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.jobs.runFor(World.LONG_ENOUGH);
    world.fulfill(AnOrder.numbered(2)); // newer, but linked
    world.billing.losesTheNextRequest();
    world.retry(AnOrder.ID);

    assertThat(world.facts(LedgerFact.CreationSent.class))
        .extracting(LedgerFact.CreationSent::highWater)
        .containsExactly(Optional.of(before), Optional.of(before));
  }

  @Test
  @DisplayName("a refused call in between does not wipe out the doubt about the first")
  void refusalKeepsTheDoubt() {
    world.billing.office().storesNoMarkers();
    world.billing.commitsLate();
    world.fulfill(PLAIN);
    world.jobs.runFor(World.LONG_ENOUGH);
    world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
    world.retry(AnOrder.ID);
    world.billing.lateCommitArrives(); // later than anybody thought possible
    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNMARKED);
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("markers are stored nowhere: a lost answer parks the order, and nothing is adopted")
  void markersNowhere() {
    world.billing.office().storesNoMarkers();
    world.billing.losesTheNextAnswer();
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNMARKED);
    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
  }
}
