package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.InMemoryInvoices;
import dev.kaitsu.testkit.InMemorySimLines;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A top-up is paid once and given once")
class TopUpTest {
  private final LineWorld world = new LineWorld();

  @Test
  @DisplayName("the invoice is made, the client is charged, and then the data is added")
  void plain() {
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    var invoice = world.invoices.ids().get(0);
    assertThat(world.view(id).invoice()).contains(invoice);
    assertThat(world.invoices.draft(invoice).amount()).isEqualTo(new BigDecimal("550.00"));
    assertThat(world.invoices.draft(invoice).description()).contains(id.reference());
    assertThat(world.invoices.charges()).containsExactly(invoice);
    assertThat(world.lines.office().quotasOf(LineWorld.LINE))
        .containsExactly(new Quota(1024, id.reference(), Optional.empty()));
  }

  @Test
  @DisplayName("an invoice that the client's credit paid is not charged")
  void credit() {
    world.invoices.creditPays();
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.invoices.charges()).isEmpty();
    assertThat(world.invoices.script().calls(InMemoryInvoices.Call.CAPTURE)).isZero();
  }

  @Test
  @DisplayName("a refused payment gives no data, and names the invoice that stays unpaid")
  void refusedPayment() {
    world.invoices.refusesTheCard();
    var id = world.ask(LineWorld.TOP_UP);
    world.minutes(120);

    var view = world.view(id);
    assertThat(view.state()).isEqualTo(OperationState.FAILED);
    assertThat(view.code()).contains(FailureCode.PAYMENT_REFUSED);
    assertThat(view.reason().orElseThrow()).contains("WHMCS invoice 101 stays unpaid");
    assertThat(world.quotas()).isZero();
    assertThat(world.invoices.script().calls(InMemoryInvoices.Call.CAPTURE)).isEqualTo(1);
  }

  @Test
  @DisplayName("data that is refused after the payment is parked, never failed in silence")
  void refusedQuota() {
    world
        .lines
        .script()
        .refuses(InMemorySimLines.Call.ADD_QUOTA, FailureCode.SIM_REFUSED, "share group");
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();

    var view = world.view(id);
    assertThat(view.state()).isEqualTo(OperationState.PARKED);
    assertThat(view.code()).contains(FailureCode.SIM_PAID_NOT_ADDED);
    assertThat(view.reason()).contains("share group");
    assertThat(view.remedy().orElseThrow()).contains("the client has paid WHMCS invoice 101");
  }

  @Test
  @DisplayName("a line that nobody knows costs nothing")
  void unknownLine() {
    var id = world.ask(ASim.line(99), LineWorld.TOP_UP);
    world.runner.runDue();

    assertThat(world.view(id).code()).contains(FailureCode.SIM_ACCOUNT_ABSENT);
    assertThat(world.invoices.ids()).isEmpty();
  }

  @Test
  @DisplayName("an invoice that staff closed before it was paid is the end")
  void closedInvoice() {
    world
        .invoices
        .script()
        .before(
            InMemoryInvoices.Call.STANDING,
            () -> world.invoices.staffSets(world.invoices.ids().get(0), InvoiceStanding.CLOSED));
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();

    assertThat(world.view(id).code()).contains(FailureCode.INVOICE_CLOSED);
    assertThat(world.invoices.charges()).isEmpty();
    assertThat(world.quotas()).isZero();
  }

  @Test
  @DisplayName("a payment of somebody else's that is under way is left to a person")
  void pendingPayment() {
    world
        .invoices
        .script()
        .before(
            InMemoryInvoices.Call.STANDING,
            () -> world.invoices.staffSets(world.invoices.ids().get(0), InvoiceStanding.PENDING));
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.view(id).code()).contains(FailureCode.PAYMENT_UNCLEAR);

    assertThat(world.desk.settle(id, true, "operator")).isInstanceOf(Change.Changed.class);
    world.runner.runDue();

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.invoices.charges()).isEmpty();
    assertThat(world.quotas()).isEqualTo(1);
  }

  @Test
  @DisplayName("while the SIM operator is away nothing is charged; it goes on when it is back")
  void operatorAway() {
    world.lines.script().failsBeforeActing(InMemorySimLines.Call.FIND, FailureCode.ECONNREFUSED);
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.state(id)).isEqualTo(OperationState.WAITING);
    assertThat(world.invoices.ids()).isEmpty();

    world.minutes(1);

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
  }

  @Test
  @DisplayName("after the payment, a SIM operator that is away is tried until it takes the data")
  void quotaLater() {
    for (int times = 0; times < 5; times++) {
      world
          .lines
          .script()
          .failsBeforeActing(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ECONNREFUSED);
    }
    var id = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);

    world.minutes(2);

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.quotas()).isEqualTo(1);
    assertThat(world.invoices.charges()).hasSize(1);
  }

  @Test
  @DisplayName("data whose last day passed while it waited is not paid for")
  void expired() {
    var topUp = new TopUp(LineWorld.CLIENT, 10, new BigDecimal("1.5"), Optional.of(world.today()));
    world.lines.script().failsBeforeActing(InMemorySimLines.Call.FIND, FailureCode.ECONNREFUSED);
    var id = world.ask(topUp);
    world.runner.runDue();
    world.clock.advance(Duration.ofDays(1));
    world.minutes(1);

    assertThat(world.view(id).code()).contains(FailureCode.SIM_DATE_PAST);
    assertThat(world.invoices.ids()).isEmpty();
  }
}
