package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A billing order that belongs to another order of ours is never taken for this one's")
class LinkedElsewhereTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final OrderId OTHER = AnOrder.numbered(2).order().id();

  private final World world = new World();

  @Test
  @DisplayName("found by its marker: parked, with both named, and not accepted")
  void adopted() {
    var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
    otherIsBilledAs(id.value());
    world.fulfill(PLAIN);

    assertParked();
    assertThat(world.facts(LedgerFact.Halted.class))
        .extracting(LedgerFact.Halted::reason)
        .containsExactly(
            "billing order [%s] belongs to another order already and is not linked to order %s"
                .formatted(id, AnOrder.ID));
  }

  @Test
  @DisplayName("named in the answer to AddOrder: parked, and the doubt about that call stays")
  void answered() {
    otherIsBilledAs(1);
    world.fulfill(PLAIN);
    world.jobs.runFor(Duration.ofSeconds(1));

    assertParked();
    assertThat(world.file(AnOrder.ID).doubt()).isPresent();
  }

  @Test
  @DisplayName("however the attempt ends, a wrong link is never part of it")
  void endsOtherwise() {
    otherIsBilledAs(1);
    world
        .billing
        .script()
        .before(InMemoryBilling.Call.CREATE, () -> world.clock.advance(Duration.ofMinutes(1)));
    world.salesforce.script().before(InMemoryOrders.Call.FIND, () -> {});
    world
        .salesforce
        .script()
        .before(InMemoryOrders.Call.FIND, () -> world.salesforce.hide(AnOrder.ID));
    world.fulfill(PLAIN);

    assertThat(world.facts(LedgerFact.Billed.class)).isEmpty();
    assertThat(world.file(AnOrder.ID).open()).isEmpty();
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
  }

  private void assertParked() {
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNCLEAR);
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.PARKED);
    assertThat(world.facts(LedgerFact.Billed.class)).isEmpty();
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
  }

  private void otherIsBilledAs(long id) {
    var billed = new LedgerFact.Billed(new BillingOrderId(id), List.of(), false);
    var claim = world.store.claim(OTHER);
    world.ledger.record(claim, List.of(billed));
    world.store.complete(claim, new WorkOutcome.Settled());
  }
}
