package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemorySimCards;
import dev.kaitsu.testkit.InMemorySimOrders;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Once its SIM is live, an order")
class LiveSimTest {
  private static final AnOrder SIM_ORDER =
      AnOrder.activating().withType("SIM").withLines(ALine.sim());
  private static final ProductId PRODUCT = new ProductId(99);

  private final World world = World.withSims();

  private void describe(SimDetails sim) {
    world.simOrders.put(AnOrder.ID, sim);
  }

  @Test
  @DisplayName("is billed by a retry after a WHMCS failure, and its SIM not activated again")
  void billingFailsAfterwards() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
    world.fulfill(SIM_ORDER);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.BILLING_REFUSED);

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().accepted()).hasSize(2);
    assertThat(world.simCards.script().calls(InMemorySimCards.Call.ACCOUNT_REGISTRATION))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("does not fail a retry for a reservation that expired since")
  void expiredAfterwards() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.portingIn(ASimOrder.esim()));
    world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
    world.fulfill(SIM_ORDER);
    world.clock.advance(Duration.ofDays(365 * 100));

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("has its card assigned, and its services carry the SIM")
  void assignedAndLabelled() {
    world.simCards.office().appliesAtOnce();
    world.billing.office().productHasSimFields(PRODUCT);
    describe(ASimOrder.physical());

    world.fulfill(SIM_ORDER);

    assertThat(world.simOrders.assignedTo(ASimOrder.CARD)).contains(AnOrder.ID);
    var service = world.billing.office().orders().get(0).services().get(0).id();
    assertThat(world.billing.office().labelOf(service))
        .map(SimIdentity::line)
        .contains(ASimOrder.LINE);
  }

  @Test
  @DisplayName("does not fail where the inventory or the services take nothing")
  void notAssignedNotLabelled() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world
        .simOrders
        .script()
        .refuses(InMemorySimOrders.Call.ASSIGN, FailureCode.SALESFORCE_REFUSED, "no such field");

    world.fulfill(SIM_ORDER);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.facts(LedgerFact.SimAssignmentRefused.class)).hasSize(1);
    assertThat(world.facts(LedgerFact.ServicesUnlabelled.class)).hasSize(1);
    assertThat(world.listener.said()).contains("simAssignmentRefused", "servicesUnlabelled");
  }

  @Test
  @DisplayName("has its card assigned later where Salesforce was away")
  void assignedLater() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world.simOrders.script().failsBeforeActing(InMemorySimOrders.Call.ASSIGN, FailureCode.HTTP_503);

    world.fulfill(SIM_ORDER);
    world.jobs.runFor(Duration.ofMinutes(1));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simOrders.assignedTo(ASimOrder.CARD)).contains(AnOrder.ID);
    assertThat(world.simCards.office().accepted()).hasSize(2);
  }

  @Test
  @DisplayName("has no other card assigned than the one that was activated")
  void anotherCard() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world.simOrders.script().failsBeforeActing(InMemorySimOrders.Call.ASSIGN, FailureCode.HTTP_503);
    world.fulfill(SIM_ORDER);
    describe(
        ASimOrder.withCard(
            ASimOrder.physical(),
            card ->
                new SimDetails.Card(
                    "a015g00000SimBBQAZ",
                    card.phoneNumber(),
                    Optional.of("AX0000000000999"),
                    Optional.empty())));

    world.jobs.runFor(Duration.ofMinutes(1));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simOrders.assignedTo("a015g00000SimBBQAZ")).isEmpty();
    assertThat(world.facts(LedgerFact.SimAssignmentRefused.class)).hasSize(1);
  }
}
