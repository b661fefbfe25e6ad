package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An approved order goes from Activating to Activated")
class PlainOrderTest {
  private static final OpportunityId OPPORTUNITY = new OpportunityId("0065g00000XyZzQAAV");
  private static final BillingOrderId BILLED = new BillingOrderId(1);

  private final World world = new World();

  @Test
  @DisplayName("it is billed, accepted, and shown as live with its ids in one write")
  void result() {
    world.fulfill(AnOrder.activating().withOpportunity(OPPORTUNITY));

    assertThat(world.salesforce.writes())
        .containsExactly(
            new WriteBack.Activated(
                AnOrder.ID,
                BILLED,
                AnOrder.CLIENT,
                true,
                Map.of(ALine.ITEM, List.of(new ServiceId(1))),
                Optional.of(OPPORTUNITY)));
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.order().status()).contains("Completed");
    assertThat(world.billing.office().orders())
        .singleElement()
        .satisfies(made -> assertThat(made.status()).isEqualTo(BillingOrderStatus.ACTIVE))
        .satisfies(made -> assertThat(made.marker()).contains(AnOrder.ID));
  }

  @Test
  @DisplayName("every item is told its own services")
  void twoItems() {
    var second = ALine.internet().numbered(2).withBillingProduct("9").withQuantity("2");
    world.fulfill(AnOrder.activating().withLines(ALine.internet(), second));

    var told = (WriteBack.Activated) world.salesforce.writes().get(0);
    assertThat(told.services())
        .isEqualTo(
            Map.of(
                ALine.ITEM,
                List.of(new ServiceId(1)),
                second.line().item(),
                List.of(new ServiceId(2), new ServiceId(3))));
  }

  @Test
  @DisplayName("the ledger holds each intent before its effect and each result after it")
  void ledger() {
    world.fulfill(AnOrder.activating());

    assertThat(world.facts().stream().map(PlainOrderTest::nameOf))
        .containsExactly(
            "AttemptStarted",
            "validation",
            "sf_status_update",
            "order_details",
            "mapping",
            "sim_activation",
            "CreationSent",
            "Billed",
            "whmcs_create",
            "AcceptSent",
            "Accepted",
            "whmcs_accept",
            "WriteBackOwed",
            "WriteBackSent",
            "WriteBackDelivered",
            "AttemptEnded");
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .containsExactly(
            new LedgerFact.AttemptEnded(LedgerFact.Outcome.ACTIVATED, "WHMCS order 1"));
    assertThat(world.facts(LedgerFact.Billed.class))
        .containsExactly(new LedgerFact.Billed(BILLED, List.of(new ServiceId(1)), false));
  }

  @Test
  @DisplayName(
      "that takes four writes to the ledger, and seven calls of which one is after the end")
  void cost() {
    world.approve(AnOrder.activating());
    world.crashes.crashAt(Integer.MAX_VALUE); // counts from here on
    world.jobs.runDue();

    assertThat(world.calls(InMemoryOrders.Call.FIND)).isEqualTo(1);
    assertThat(world.calls(InMemoryOrders.Call.CLEAR_ERROR)).isZero();
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.HAS_PAYMENT_METHOD)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.LOOK)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.ALLOWS_QUANTITY)).isZero();
    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.SERVICES)).isEqualTo(1);
    int calls = 7;
    int ledgerWrites = 4;
    assertThat(world.crashes.passed()).isEqualTo(2 * (calls + ledgerWrites));
  }

  @Test
  @DisplayName("lines are verified only after Salesforce knows, and nothing waits for it")
  void verification() {
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.SERVICES,
            () -> assertThat(world.activation()).isEqualTo("Activated"));
    world.billing.script().failsBeforeActing(InMemoryBilling.Call.SERVICES, FailureCode.HTTP_503);
    world.fulfill(AnOrder.activating());

    assertThat(world.calls(InMemoryBilling.Call.SERVICES)).isEqualTo(1);
    assertThat(world.listener.heard("linesUnverified"))
        .singleElement()
        .satisfies(details -> assertThat(details.get(1)).isEqualTo(BILLED));
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.store.dueAt(AnOrder.ID)).isEmpty();
  }

  @Test
  @DisplayName("lines that billing does not hold are reported, and the order stays live")
  void linesDiffer() {
    var adopted = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID); // has no lines
    world.fulfill(AnOrder.activating());

    assertThat(world.listener.heard("linesDiffer"))
        .extracting(details -> details.subList(1, 3))
        .containsExactly(List.of(adopted, "units by product: ordered {42=1}, billed {}"));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("listeners hear of the attempt, of its eight steps by name, and of its end")
  void listener() {
    world.fulfill(AnOrder.activating());

    assertThat(world.listener.heard("stepFinished").stream().map(details -> details.get(1)))
        .containsExactly(
            "validation",
            "sf_status_update",
            "order_details",
            "mapping",
            "sim_activation",
            "whmcs_create",
            "whmcs_accept",
            "sf_success_update");
    assertThat(world.listener.said()).startsWith("attemptStarted").endsWith("workEnded");
    assertThat(world.listener.heard("attemptEnded"))
        .extracting(details -> details.subList(1, 3))
        .containsExactly(List.of(LedgerFact.Outcome.ACTIVATED, "WHMCS order 1"));
    assertThat(world.listener.heard("workEnded"))
        .extracting(details -> details.get(1))
        .containsExactly(new WorkOutcome.Settled());
  }

  @Test
  @DisplayName("how long a step took is told and kept")
  void duration() {
    var aWhile = Duration.ofSeconds(3);
    world.clock.advance(Duration.ofHours(1));
    world.billing.script().before(InMemoryBilling.Call.ACCEPT, () -> world.clock.advance(aWhile));
    world.fulfill(AnOrder.activating());

    assertThat(world.facts()).contains(new LedgerFact.StepFinished("whmcs_accept", aWhile));
    assertThat(world.listener.heard("stepFinished"))
        .extracting(details -> details.subList(1, 3))
        .contains(List.of("whmcs_accept", aWhile));
  }

  @Test
  @DisplayName("error fields of an earlier failure are cleared before, as one call more")
  void staleError() {
    world.fulfill(AnOrder.activating().withStaleError(true));

    assertThat(world.calls(InMemoryOrders.Call.CLEAR_ERROR)).isEqualTo(1);
    assertThat(world.order().staleError()).isFalse();
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("Status is left alone in an org that does not fill it")
  void withoutStatus() {
    world.fulfill(AnOrder.activating().withoutStatus());
    assertThat(world.order().status()).isEmpty();
    assertThat(((WriteBack.Activated) world.salesforce.writes().get(0)).completesStatus())
        .isFalse();
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("hinting at it again, any number of times, has no effect anywhere")
  void hintedAgain() {
    world.fulfill(AnOrder.activating());
    var before = world.billing.office().orders();
    for (int i = 0; i < 5; i++) {
      world.hint(AnOrder.ID);
      world.jobs.runDue();
    }

    assertThat(world.billing.office().orders()).isEqualTo(before);
    assertThat(world.salesforce.writes()).hasSize(1);
    assertThat(world.facts(LedgerFact.Skipped.class))
        .containsExactly(
            new LedgerFact.Skipped("Activation_Status__c is Activated, not Activating"));
  }

  @Test
  @DisplayName("approved again after it was billed, it is skipped and nothing is billed")
  void reapproved() {
    world.fulfill(AnOrder.activating());
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Reactivate");
    world.retry(AnOrder.ID);

    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.facts())
        .endsWith(new LedgerFact.Skipped("it is billed already, as WHMCS order 1"));
    assertThat(world.listener.said()).contains("skipped");
  }

  @Test
  @DisplayName("a hint that arrives while it is worked on brings another look afterwards")
  void hintDuringWork() {
    world.billing.script().before(InMemoryBilling.Call.CREATE, () -> world.hint(AnOrder.ID));
    world.approve(AnOrder.activating());
    assertThat(world.jobs.runFor(Duration.ZERO)).isEqualTo(2);
    assertThat(world.billing.created()).hasSize(1);
  }

  private static String nameOf(LedgerFact fact) {
    return fact instanceof LedgerFact.StepFinished step
        ? step.step()
        : fact.getClass().getSimpleName();
  }
}
