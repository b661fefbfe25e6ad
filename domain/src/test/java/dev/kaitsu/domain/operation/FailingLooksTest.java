package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.testkit.InMemoryInvoices;
import dev.kaitsu.testkit.InMemorySimLines;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call whose answer was lost and that cannot be looked for is left to a person")
class FailingLooksTest {
  private static final int MANY = 200;
  private final LineWorld world = new LineWorld();

  private void failsLooksForInvoices() {
    for (int times = 0; times < MANY; times++) {
      world.invoices.script().failsBeforeActing(InMemoryInvoices.Call.FIND, FailureCode.HTTP_503);
    }
  }

  /** The invoice was made, nobody heard of it, and nobody can look. */
  private OperationId lostInvoice() {
    world.invoices.script().losesTheAnswer(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT);
    failsLooksForInvoices();
    var id = world.ask(LineWorld.TOP_UP);
    world.minutes(19);
    assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
    world.minutes(2);
    return id;
  }

  @Test
  @DisplayName("an invoice: parked after two windows, and its line is free again")
  void invoice() {
    var id = lostInvoice();

    assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
    assertThat(world.view(id).code()).contains(FailureCode.PAYMENT_UNCLEAR);
    assertThat(world.view(id).remedy().orElseThrow()).contains("not done", "retry");
    var next = world.ask(LineWorld.PLAN);
    world.runner.runDue();
    assertThat(world.state(next)).isEqualTo(OperationState.DONE);
  }

  @Test
  @DisplayName("an invoice: what is there is found by a retry, so that it needs no word of it")
  void invoiceRetried() {
    var id = lostInvoice();

    assertThat(world.desk.settle(id, true, "operator")).isInstanceOf(Change.Refused.class);
    assertThat(world.desk.settle(id, false, "operator")).isInstanceOf(Change.Changed.class);
    assertThat(world.desk.retry(id, "operator")).isInstanceOf(Change.Changed.class);
    world.invoices.script().works(InMemoryInvoices.Call.FIND);
    world.minutes(1);

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.invoices.charges()).isEqualTo(world.invoices.ids()).hasSize(1);
  }

  @Test
  @DisplayName("data that was paid: parked after two windows, then settled as done")
  void quota() {
    world.lines.script().losesTheAnswer(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT);
    for (int times = 0; times < MANY; times++) {
      world.lines.script().failsBeforeActing(InMemorySimLines.Call.HAS_QUOTA, FailureCode.HTTP_503);
    }
    var id = world.ask(LineWorld.TOP_UP);
    world.minutes(59);
    assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
    world.minutes(2);
    assertThat(world.state(id)).isEqualTo(OperationState.PARKED);

    assertThat(world.desk.settle(id, true, "operator")).isInstanceOf(Change.Changed.class);

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.quotas()).isEqualTo(1);
    assertThat(world.invoices.charges()).hasSize(1);
  }
}
