package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An order is billed once")
class BilledOnceTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final BillingOrderId FIRST = new BillingOrderId(1);

  private final World world = new World();

  @Nested
  @DisplayName("the answer to AddOrder is lost")
  class LostAnswer {
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

      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.PAYMENT_METHOD_MISSING);
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
  }

  @Nested
  @DisplayName("a retry while the first call may still take effect")
  class RetryInside {
    @Test
    @DisplayName("waits for the window's end, and creates only after a clean look begun after it")
    void waits() {
      world.billing.losesTheNextRequest();
      world.fulfill(PLAIN);
      var sentAt = world.clock.instant();
      world.jobs.runFor(Duration.ofMinutes(1));
      world.retry(AnOrder.ID);
      assertThat(world.ledger.progress(AnOrder.ID).orElseThrow().waitingFor().orElseThrow())
          .contains("went unanswered");

      world.jobs.runFor(World.WINDOW.minusMinutes(1).minusMillis(1));
      assertThat(world.calls(InMemoryBilling.Call.CREATE)).isEqualTo(1);
      world.jobs.runFor(Duration.ofMinutes(1));

      assertThat(world.activation()).isEqualTo("Activated");
      assertThat(world.clock.instant()).isAfter(sentAt.plus(World.WINDOW));
      assertThat(world.billing.created()).hasSize(1);
    }

    @Test
    @DisplayName("adopts what commits late, and makes no second order")
    void adopts() {
      world.billing.commitsLate();
      world.fulfill(PLAIN);
      world.retry(AnOrder.ID);
      world.jobs.runFor(Duration.ofMinutes(2));
      world.billing.lateCommitArrives();
      world.jobs.runFor(World.WINDOW);

      assertThat(world.activation()).isEqualTo("Activated");
      assertThat(world.billing.created()).hasSize(1);
    }

    @Test
    @DisplayName("writes its steps to the ledger once, however often it looks")
    void quietLedger() {
      world.billing.losesTheNextRequest();
      world.fulfill(PLAIN);
      world.retry(AnOrder.ID);
      int before = world.facts().size();
      world.jobs.runFor(World.WINDOW.minusMinutes(1));
      assertThat(world.facts()).hasSize(before);
    }

    @Test
    @DisplayName("looks at the client of the first call, whatever id_mappings says by now")
    void sameClient() {
      var other = new BillingClientId(99);
      world.billing.office().clientWithPaymentMethod(other);
      world.billing.commitsLate();
      world.fulfill(PLAIN);
      world.billing.lateCommitArrives();
      world.customers.link(AnOrder.ACCOUNT, other);
      world.retry(AnOrder.ID);
      world.jobs.runFor(World.LONG_ENOUGH);

      assertThat(world.billing.created()).hasSize(1);
      assertThat(world.activation()).isEqualTo("Activated");
    }
  }

  @Nested
  @DisplayName("after the window, an order of the client is newer than all before the first call")
  class Newer {
    @Test
    @DisplayName("without our marker: parked, never guessed")
    void unmarked() {
      world.billing.losesTheNextRequest();
      world.fulfill(PLAIN);
      var staffs = world.billing.office().staffOrders(AnOrder.CLIENT);
      world.jobs.runFor(World.LONG_ENOUGH);
      assertThat(world.facts()).endsWith(new LedgerFact.LookClosed(List.of(staffs)));
      world.retry(AnOrder.ID);

      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.BILLING_ORDER_UNMARKED);
      assertThat(
              ((WriteBack.Failed) world.salesforce.lastWriteOf(AnOrder.ID).orElseThrow()).message())
          .contains(staffs.toString());
      assertThat(
              world
                  .facts(LedgerFact.AttemptEnded.class)
                  .reduce((a, b) -> b)
                  .orElseThrow()
                  .outcome())
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

      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.BILLING_ORDER_UNMARKED);
      assertThat(world.billing.created()).hasSize(1);
    }

    @Test
    @DisplayName(
        "markers are stored nowhere: a lost answer parks the order, and nothing is adopted")
    void markersNowhere() {
      world.billing.office().storesNoMarkers();
      world.billing.losesTheNextAnswer();
      world.fulfill(PLAIN);
      world.retry(AnOrder.ID);
      world.jobs.runFor(World.LONG_ENOUGH);

      assertThat(world.salesforce.failureOf(AnOrder.ID))
          .contains(FailureCode.BILLING_ORDER_UNMARKED);
      assertThat(world.billing.created()).hasSize(1);
      assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    }
  }

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

    world.jobs.runFor(Duration.ofMinutes(3));
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isLessThan(40);
  }
}
