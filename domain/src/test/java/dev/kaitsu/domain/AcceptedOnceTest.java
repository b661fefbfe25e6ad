package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A billing order is accepted once, and what came of it is told")
class AcceptedOnceTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  private final World world = new World();

  @Test
  @DisplayName("an unanswered accept fails the order; the retry looks before it accepts again")
  void lostAnswer() {
    world.billing.script().losesTheAnswer(InMemoryBilling.Call.ACCEPT, FailureCode.ETIMEOUT);
    world.fulfill(PLAIN);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.ETIMEOUT);
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(1);
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT_AGAIN)).isEqualTo(1);
  }

  @Test
  @DisplayName("a service that could not be set up fails the order with its own code")
  void moduleFailure() {
    world.billing.office().nextSetupFails();
    world.fulfill(PLAIN);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_SETUP_FAILED);
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(1);
  }

  @Test
  @DisplayName("an order that is gone from WHMCS parks: only a person can say what became of it")
  void gone() {
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.ACCEPT,
            () -> world.billing.office().staffDeletes(new BillingOrderId(1)));
    world.fulfill(PLAIN);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_ORDER_UNCLEAR);
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.PARKED);
  }

  @Test
  @DisplayName("an adopted order that is active already is not accepted, not even after a crash")
  void adoptedActive() {
    var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
    world.billing.office().staffAccepts(id);
    world.approve(PLAIN);
    int upToTheWriteOfWhatWasAdopted = 2 * 3 + 2; // a read, a question, a look; that write
    world.crashes.crashAt(upToTheWriteOfWhatWasAdopted);
    world.jobs.runDue();
    assertThat(world.facts(LedgerFact.Billed.class)).hasSize(1);
    assertThat(world.jobs.crashes()).isEqualTo(1);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isZero();
    assertThat(world.facts()).contains(new LedgerFact.Accepted());
  }

  @Test
  @DisplayName("services that cannot be read for now are waited for: the order is live, not failed")
  void servicesUnread() {
    world.billing.losesTheNextAnswer();
    var script = world.billing.script();
    script.failsBeforeActing(InMemoryBilling.Call.SERVICES, FailureCode.HTTP_503);
    script.failsBeforeActing(InMemoryBilling.Call.SERVICES, FailureCode.HTTP_503);
    world.fulfill(PLAIN);
    assertThat(world.activation()).isEqualTo("Activating");
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryBilling.Call.ACCEPT)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "services that we may not read are left out: Salesforce hears that the order is live")
  void servicesRefused() {
    world.billing.losesTheNextAnswer();
    world
        .billing
        .script()
        .refuses(
            InMemoryBilling.Call.SERVICES, FailureCode.BILLING_ACCESS_REFUSED, "not your role");
    world.fulfill(PLAIN);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(((WriteBack.Activated) world.salesforce.writes().get(0)).services())
        .isEqualTo(Map.of());
  }

  @Test
  @DisplayName("a product that lost its mapping after the bill was made does not hold the order up")
  void mappingBrokenLater() {
    world.billing.script().failsBeforeActing(InMemoryBilling.Call.ACCEPT, FailureCode.HTTP_503);
    world.fulfill(PLAIN);
    world.salesforce.operatorEdits(AnOrder.ID, order -> order.withLines());
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
  }
}
