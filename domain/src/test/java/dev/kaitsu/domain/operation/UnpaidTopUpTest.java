package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.testkit.InMemoryInvoices.Call;
import dev.kaitsu.testkit.InMemorySimLines;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A top-up whose invoice is not paid loses neither money nor data")
class UnpaidTopUpTest {
  private final LineWorld world = new LineWorld();

  private int captures() {
    return world.invoices.script().calls(Call.CAPTURE);
  }

  private void retry(OperationId id) {
    assertThat(world.desk.retry(id, "operator")).isInstanceOf(Change.Changed.class);
    world.runner.runDue();
  }

  @Nested
  @DisplayName("after a refused payment")
  class Refused {
    private OperationId refused(FailureCode code) {
      world.invoices.script().refuses(Call.CAPTURE, code, "no");
      var id = world.ask(LineWorld.TOP_UP);
      world.runner.runDue();
      assertThat(world.state(id)).isEqualTo(OperationState.FAILED);
      return id;
    }

    @Test
    @DisplayName("an invoice that was paid since brings the data by a retry, charged no more")
    void paidSince() {
      var id = refused(FailureCode.PAYMENT_REFUSED);
      assertThat(world.view(id).remedy().orElseThrow()).contains("WHMCS invoice 101", "retry");
      world.invoices.staffSets(world.invoices.ids().get(0), InvoiceStanding.PAID);

      retry(id);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.quotas()).isEqualTo(1);
      assertThat(captures()).isEqualTo(1);
    }

    @Test
    @DisplayName("an invoice that is still unpaid is charged again, by a retry alone")
    void unpaidStill() {
      var id = refused(FailureCode.BILLING_ACCESS_REFUSED);
      world.minutes(300);
      assertThat(captures()).isEqualTo(1);

      retry(id);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(2);
      assertThat(world.invoices.charges()).isEqualTo(world.invoices.ids()).hasSize(1);
    }

    @Test
    @DisplayName("a second refusal can be tried again like the first")
    void refusedAgain() {
      var id = refused(FailureCode.PAYMENT_REFUSED);
      world.invoices.refusesTheCard();
      retry(id);
      assertThat(world.state(id)).isEqualTo(OperationState.FAILED);
      assertThat(world.quotas()).isZero();

      retry(id);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    }

    @Test
    @DisplayName("data whose last day has passed meanwhile is not charged for")
    void expired() {
      world.invoices.refusesTheCard();
      var id =
          world.ask(new TopUp(LineWorld.CLIENT, 10, BigDecimal.ONE, Optional.of(world.today())));
      world.runner.runDue();
      world.clock.advance(Duration.ofDays(1));

      retry(id);

      assertThat(world.view(id).code()).contains(FailureCode.SIM_DATE_PAST);
      assertThat(captures()).isEqualTo(1);
    }
  }

  @Nested
  @DisplayName("while the billing system is away")
  class Away {
    private OperationId waitsForBilling() {
      for (int times = 0; times < 500; times++) {
        world.invoices.script().failsBeforeActing(Call.CAPTURE, FailureCode.ECONNREFUSED);
      }
      var id = world.ask(LineWorld.TOP_UP);
      world.minutes(5);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      return id;
    }

    @Test
    @DisplayName("other operations of the line pass, and it goes on when billing is back")
    void othersPass() {
      var id = waitsForBilling();
      var plan = world.ask(LineWorld.PLAN);
      assertThat(world.view(plan).mayRunAt()).contains(world.clock.instant());
      world.runner.runDue();
      assertThat(world.state(plan)).isEqualTo(OperationState.DONE);

      world.invoices.script().works(Call.CAPTURE);
      world.minutes(10);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.invoices.charges()).hasSize(1);
      assertThat(world.quotas()).isEqualTo(1);
    }

    @Test
    @DisplayName("it can be taken back, and is never charged")
    void cancelled() {
      var id = waitsForBilling();

      assertThat(world.desk.cancel(id, "operator")).isInstanceOf(Change.Changed.class);
      world.invoices.script().works(Call.CAPTURE);
      world.minutes(300);

      assertThat(world.state(id)).isEqualTo(OperationState.CANCELLED);
      assertThat(world.view(id).remedy().orElseThrow()).contains("WHMCS invoice 101");
      assertThat(world.invoices.charges()).isEmpty();
      assertThat(world.quotas()).isZero();
    }

    @Test
    @DisplayName("it is tried ever less often: a day of it leaves few facts, and one warning")
    void fewFacts() {
      var id = waitsForBilling();
      world.minutes(24 * 60);

      assertThat(captures()).isBetween(25, 40);
      assertThat(world.view(id).history()).hasSizeLessThan(100);
      assertThat(world.heldUp).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("what may have been charged, and what was, is not taken back")
  void chargedIsNotTakenBack() {
    world.invoices.script().losesTheRequest(Call.CAPTURE, FailureCode.ETIMEOUT);
    var unclear = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.desk.cancel(unclear, "operator")).isInstanceOf(Change.Refused.class);
    world.minutes(30);

    world
        .lines
        .script()
        .failsBeforeActing(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ECONNREFUSED);
    var paid = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.state(paid)).isEqualTo(OperationState.RUNNING);
    assertThat(world.desk.cancel(paid, "operator")).isInstanceOf(Change.Refused.class);
  }

  @Test
  @DisplayName("while an answer of it is lost, it holds its line")
  void lostAnswerHolds() {
    world.invoices.script().losesTheRequest(Call.CAPTURE, FailureCode.ETIMEOUT);
    world.ask(LineWorld.TOP_UP);
    var plan = world.ask(LineWorld.PLAN);
    world.minutes(9);

    assertThat(world.state(plan)).isEqualTo(OperationState.WAITING);
  }
}
