package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An order is billed once")
class BilledOnceTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final BillingOrderId FIRST = new BillingOrderId(1);

  private static final Duration GENEROUS = Duration.ofSeconds(10);

  private final World world = new World();

  @Nested
  @DisplayName("orders with our marker are there already")
  class Marked {
    @Test
    @DisplayName("the lowest is adopted, the others are reported and never accepted")
    void duplicates() {
      var office = world.billing.office();
      var kept = office.existingOrder(AnOrder.CLIENT, AnOrder.ID);
      var second = office.existingOrder(AnOrder.CLIENT, AnOrder.ID);
      var third = office.existingOrder(AnOrder.CLIENT, AnOrder.ID);
      world.fulfill(PLAIN);

      assertThat(world.activation()).isEqualTo("Activated");
      assertThat(world.order().billedAs()).contains(kept.toString());
      assertThat(office.orders())
          .extracting(each -> each.status())
          .containsExactly(
              BillingOrderStatus.ACTIVE, BillingOrderStatus.PENDING, BillingOrderStatus.PENDING);
      assertThat(world.facts()).contains(new LedgerFact.DuplicatesFound(List.of(second, third)));
      assertThat(world.listener.heard("duplicatesFound"))
          .extracting(details -> details.subList(1, 3))
          .containsExactly(List.of(kept, List.of(second, third)));
      assertThat(world.billing.created()).isEmpty();
    }

    @Test
    @DisplayName("a single one is adopted, and no duplicates are spoken of")
    void single() {
      var kept = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
      world.fulfill(PLAIN);
      assertThat(world.order().billedAs()).contains(kept.toString());
      assertThat(world.facts(LedgerFact.DuplicatesFound.class)).isEmpty();
      assertThat(world.listener.said()).doesNotContain("duplicatesFound");
    }

    @Test
    @DisplayName("a marker of another order is not ours")
    void otherMarker() {
      world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.idNumbered(5));
      world.fulfill(PLAIN);
      assertThat(world.billing.created()).hasSize(1);
    }

    @Test
    @DisplayName("a cancelled one ends the order with its own code, on every retry")
    void cancelled() {
      var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
      world.billing.office().staffCancels(id);
      world.fulfill(PLAIN);
      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.BILLING_ORDER_CANCELLED);
      assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
      world.retry(AnOrder.ID);
      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.BILLING_ORDER_CANCELLED);
      assertThat(world.billing.created()).isEmpty();
    }

    @Test
    @DisplayName("so does one that is marked as fraud")
    void fraud() {
      var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
      world.billing.office().staffMarksFraud(id);
      world.fulfill(PLAIN);
      assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_FRAUD);
      assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    }

    @Test
    @DisplayName("once adopted it is ours: a retry asks for no payment method")
    void adoptedNeedsNoPaymentMethod() {
      var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
      world.billing.office().staffCancels(id);
      world.fulfill(PLAIN);
      world.billing.office().staffSets(id, BillingOrderStatus.PENDING);
      world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
      world.retry(AnOrder.ID);
      assertThat(world.activation()).isEqualTo("Activated");
    }
  }

  @Test
  @DisplayName("refused, it may be created again at once: nothing was made")
  void refusedThenAtOnce() {
    world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.clock.instant()).isEqualTo(SettableClock.START);
  }

  @Test
  @DisplayName("an order that is billed is not looked for and not billed by a retry")
  void retryAfterBilled() {
    world.billing.script().failsBeforeActing(InMemoryBilling.Call.ACCEPT, FailureCode.HTTP_503);
    world.fulfill(PLAIN);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.HTTP_503);
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isEqualTo(1);
    assertThat(world.file(AnOrder.ID).billed().map(BilledOrder::id)).contains(FIRST);
  }

  @Test
  @DisplayName("another order of the client has the turn: it waits, and asks ever less often")
  void anotherOrdersTurn() {
    var other = AnOrder.idNumbered(2);
    world.ledger.recordSending(
        world.store.claim(other),
        AnOrder.CLIENT,
        List.of(new LedgerFact.CreationSent(AnOrder.CLIENT, Optional.empty(), "digest")));
    world.fulfill(PLAIN);
    assertThat(world.ledger.progress(AnOrder.ID).orElseThrow().waitingFor().orElseThrow())
        .contains("another order of WHMCS client 7");
    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isZero();

    var waited = new ArrayList<Long>();
    for (int i = 0; i < 8; i++) {
      var due = world.store.dueAt(AnOrder.ID).orElseThrow();
      waited.add(Duration.between(world.clock.instant(), due).toMillis());
      world.clock.advanceTo(due);
      world.jobs.runDue();
    }
    assertThat(waited).containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 6400L, 6400L);

    world.jobs.runFor(Duration.ofMinutes(3));
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isLessThan(40);
  }

  @Test
  @DisplayName("its turn over, the client's next order is created, on whatever thread")
  void turnIsPassedOn() {
    world.fulfill(PLAIN);
    world.approve(AnOrder.numbered(2));
    assertThat(CompletableFuture.runAsync(world.jobs::runDue)).succeedsWithin(GENEROUS);
    assertThat(world.billing.created()).hasSize(2);
  }
}
