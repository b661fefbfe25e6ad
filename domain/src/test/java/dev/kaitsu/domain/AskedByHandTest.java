package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.port.in.FulfillmentDesk.Plan;
import dev.kaitsu.port.in.FulfillmentDesk.Request;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("People and scripts may ask what would happen, ask for work, and see how far it is")
class AskedByHandTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  private final World world = new World();
  private final OrderDesk desk = new OrderDesk(world.ports, world.time());

  @Nested
  @DisplayName("a plan")
  class Planning {
    @Test
    @DisplayName("shows the exact request, and sends and records nothing")
    void wouldBill() {
      world.salesforce.put(PLAIN);
      var plan = (Plan.WouldBill) desk.plan(AnOrder.ID);

      assertThat(plan.draft().lines()).hasSize(1);
      assertThat(plan.request())
          .contains(new FormField("notes", "sfOrderId=" + AnOrder.ID))
          .contains(new FormField("pid[0]", "42"));
      assertNothingHappened();
    }

    @Test
    @DisplayName("shows the very draft that fulfilling sends")
    void sameDraft() {
      world.approve(PLAIN.withLines(ALine.internet().withQuantity("3")));
      BillingDraft planned = ((Plan.WouldBill) desk.plan(AnOrder.ID)).draft();
      world.jobs.runDue();
      assertThat(world.billing.created()).containsExactly(planned);
    }

    @Test
    @DisplayName("shows a scheduled order's request ahead of its time")
    void scheduled() {
      world.salesforce.put(PLAIN.scheduledFor(world.clock.instant().plus(Duration.ofDays(1))));
      assertThat(desk.plan(AnOrder.ID)).isInstanceOf(Plan.WouldBill.class);
    }

    @Test
    @DisplayName("says why an order would be left alone")
    void statusSaysNo() {
      world.salesforce.put(PLAIN.withStatus("Draft"));
      assertThat(desk.plan(AnOrder.ID))
          .isEqualTo(
              new Plan.LeftAlone(
                  world.order(), "Status is Draft, neither Approved nor Reactivate"));
    }

    @Test
    @DisplayName("says with which code an order would fail")
    void wouldFail() {
      world.salesforce.put(PLAIN.withLines());
      assertCode(FailureCode.MAPPING_NO_LINES);
      world.salesforce.put(PLAIN.withLines(ALine.sim()));
      assertCode(FailureCode.SIM_NOT_CONFIGURED);
      world.salesforce.put(PLAIN);
      world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
      assertCode(FailureCode.PAYMENT_METHOD_MISSING);
      world.customers.unlink(AnOrder.ACCOUNT);
      assertCode(FailureCode.MAPPING_CUSTOMER_MISSING);
      assertNothingHappened();
    }

    @Test
    @DisplayName(
        "sees an AddOrder of earlier: unanswered, it is looked for; answered, it is enough")
    void earlierCalls() {
      world.billing.losesTheNextRequest();
      world.fulfill(PLAIN);
      world.salesforce.operatorSetsActivating(AnOrder.ID);
      assertThat(leftAlone()).contains("went unanswered");

      world.retry(AnOrder.ID);
      world.jobs.runFor(World.LONG_ENOUGH);
      world.salesforce.put(PLAIN);
      assertThat(leftAlone()).contains("WHMCS order 1 belongs to it already");
    }

    private String leftAlone() {
      return ((Plan.LeftAlone) desk.plan(AnOrder.ID)).reason();
    }

    @Test
    @DisplayName("knows when there is no such order")
    void notFound() {
      assertThat(desk.plan(AnOrder.ID)).isEqualTo(new Plan.NotFound());
    }

    private void assertCode(FailureCode code) {
      assertThat(((Plan.WouldFail) desk.plan(AnOrder.ID)).why().code()).isEqualTo(code);
    }

    private void assertNothingHappened() {
      assertThat(world.calls(InMemoryBilling.Call.CREATE)).isZero();
      assertThat(world.calls(InMemoryOrders.Call.WRITE)).isZero();
      assertThat(world.store.nextDue()).isEmpty();
      assertThat(desk.progress(AnOrder.ID)).isEmpty();
    }
  }

  @Nested
  @DisplayName("a request to fulfill")
  class Fulfilling {
    @Test
    @DisplayName("puts an order in line that is in a state for it")
    void accepted() {
      world.salesforce.put(PLAIN);
      assertThat(desk.fulfill(AnOrder.ID)).isEqualTo(new Request.Accepted());
      assertThat(world.store.claim(AnOrder.ID).correlation().value())
          .startsWith(HintSource.OPERATOR.label());
    }

    @Test
    @DisplayName("repeated, bills nothing more")
    void repeated() {
      world.salesforce.put(PLAIN);
      desk.fulfill(AnOrder.ID);
      desk.fulfill(AnOrder.ID);
      world.jobs.runDue();
      assertThat(world.billing.created()).hasSize(1);
    }

    @Test
    @DisplayName("is refused for any other state: Kaitsu itself never sets Activating")
    void refused() {
      world.salesforce.put(PLAIN.withActivationStatus("Failed"));
      assertThat(desk.fulfill(AnOrder.ID))
          .isEqualTo(new Request.Refused("Activation_Status__c is Failed, not Activating"));
      assertThat(world.store.nextDue()).isEmpty();
      assertThat(world.activation()).isEqualTo("Failed");
    }

    @Test
    @DisplayName("is refused for an order that is billed")
    void billed() {
      world.salesforce.put(PLAIN.billedAs("9"));
      assertThat(desk.fulfill(AnOrder.ID)).isInstanceOf(Request.Refused.class);
    }

    @Test
    @DisplayName("knows when there is no such order")
    void notFound() {
      assertThat(desk.fulfill(AnOrder.ID)).isEqualTo(new Request.NotFound());
    }
  }

  @Nested
  @DisplayName("progress")
  class Progress {
    @Test
    @DisplayName("is unknown for an order nobody hinted at")
    void unknown() {
      assertThat(desk.progress(AnOrder.ID)).isEmpty();
    }

    @Test
    @DisplayName("names what an order waits for, and its whole history")
    void waiting() {
      world.billing.losesTheNextRequest();
      world.fulfill(PLAIN);
      var progress = desk.progress(AnOrder.ID).orElseThrow();
      assertThat(progress.waitingFor().orElseThrow()).contains("unanswered AddOrder");
      assertThat(progress.nextLook()).isPresent();
      assertThat(progress.history()).hasSameSizeAs(world.facts());
    }
  }

  @Nested
  @DisplayName("the sweep")
  class Sweep {
    private final WaitingOrderSweep sweep = new WaitingOrderSweep(world.ports);

    @Test
    @DisplayName("finds approved orders whose event never came")
    void finds() {
      world.salesforce.put(PLAIN);
      world.salesforce.put(AnOrder.numbered(2).withStatus("Draft"));
      world.salesforce.put(AnOrder.numbered(3).billedAs("7"));

      assertThat(sweep.sweep()).isEqualTo(1);
      world.jobs.runDue();
      assertThat(world.billing.created())
          .extracting(BillingDraft::order)
          .containsExactly(AnOrder.ID);
      assertThat(world.listener.heard("swept")).containsExactly(List.of(1, 1));
    }

    @Test
    @DisplayName("leaves orders alone that somebody works on or that wait already")
    void idleOnly() {
      world.approve(PLAIN);
      world.salesforce.put(AnOrder.numbered(2));
      world.store.claim(AnOrder.idNumbered(2));
      assertThat(sweep.sweep()).isZero();
      assertThat(world.listener.heard("swept")).containsExactly(List.of(2, 0));
    }
  }
}
