package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.InMemoryInvoices;
import dev.kaitsu.testkit.InMemorySimLines;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A lost answer is looked for, and nothing is sent again blindly")
class LostAnswersTest {
  private final LineWorld world = new LineWorld();

  private OperationId run(LineOperation what) {
    var id = world.ask(what);
    world.runner.runDue();
    return id;
  }

  private void settle(OperationId id, boolean done) {
    assertThat(world.desk.settle(id, done, "operator")).isInstanceOf(Change.Changed.class);
    world.runner.runDue();
  }

  private int captures() {
    return world.invoices.script().calls(InMemoryInvoices.Call.CAPTURE);
  }

  @Nested
  @DisplayName("of the invoice")
  class OfTheInvoice {
    @Test
    @DisplayName("it was made: it is found by its reference, and no other one is made")
    void made() {
      world.invoices.script().losesTheAnswer(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.invoices.ids()).hasSize(1);
      assertThat(world.invoices.charges()).hasSize(1);
    }

    @Test
    @DisplayName("it was not made: another one is made only after the window")
    void notMade() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(9);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      assertThat(world.invoices.script().calls(InMemoryInvoices.Call.CREATE)).isEqualTo(1);

      world.minutes(2);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.invoices.ids()).hasSize(1);
    }

    @Test
    @DisplayName("it is made late, within the window: it is found")
    void late() {
      world.invoices.commitsLate();
      var id = run(LineWorld.TOP_UP);
      world.minutes(3);
      world.invoices.lateCommitArrives();
      world.minutes(9);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.invoices.ids()).hasSize(1);
    }

    @Test
    @DisplayName(
        "it appears between the last look and the second call: that look's repeat finds it")
    void veryLate() {
      world.invoices.commitsLate();
      var id = run(LineWorld.TOP_UP);
      world.pass(Duration.ofMinutes(10).plusMillis(200));
      world.invoices.lateCommitArrives();
      world.minutes(2);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.invoices.ids()).hasSize(1);
    }

    @Test
    @DisplayName("an earlier invoice of the client's is not mistaken for it")
    void notAnEarlierOne() {
      run(LineWorld.TOP_UP);
      world.invoices.script().losesTheAnswer(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT);
      run(LineWorld.TOP_UP);

      assertThat(world.invoices.charges()).isEqualTo(world.invoices.ids()).hasSize(2);
    }
  }

  @Nested
  @DisplayName("of the payment")
  class OfThePayment {
    @Test
    @DisplayName("the invoice shows that it is paid: the data is added")
    void charged() {
      world.invoices.script().losesTheAnswer(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(1);
    }

    @Test
    @DisplayName("the invoice is paid minutes later: the data is added then")
    void late() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(4);
      assertThat(world.quotas()).isZero();
      world.invoices.staffSets(world.invoices.ids().get(0), InvoiceStanding.PAID);
      world.minutes(7);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(1);
    }

    @Test
    @DisplayName("it stays unpaid: it is parked, and never charged again by itself")
    void unclear() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(300);

      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
      assertThat(world.view(id).code()).contains(FailureCode.PAYMENT_UNCLEAR);
      assertThat(world.view(id).remedy().orElseThrow()).contains("WHMCS invoice 101");
      assertThat(captures()).isEqualTo(1);
      assertThat(world.quotas()).isZero();
    }

    @Test
    @DisplayName("a person who says that it was charged brings the data")
    void settledDone() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(30);

      settle(id, true);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(1);
      assertThat(world.quotas()).isEqualTo(1);
    }

    @Test
    @DisplayName(
        "a person who says that it was not has it ended, and charged again only by a retry")
    void settledNotDone() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(30);

      settle(id, false);
      world.minutes(300);
      assertThat(world.state(id)).isEqualTo(OperationState.FAILED);
      assertThat(captures()).isEqualTo(1);

      assertThat(world.desk.retry(id, "operator")).isInstanceOf(Change.Changed.class);
      world.runner.runDue();
      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(2);
      assertThat(world.invoices.charges()).hasSize(1);
    }

    @Test
    @DisplayName("a retry after a wrong word reads the invoice first: what is paid is not charged")
    void wrongWord() {
      world.invoices.script().losesTheRequest(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(30);
      settle(id, false);
      world.invoices.staffSets(world.invoices.ids().get(0), InvoiceStanding.PAID);

      world.desk.retry(id, "operator");
      world.runner.runDue();

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(captures()).isEqualTo(1);
    }
  }

  @Nested
  @DisplayName("of the data")
  class OfTheData {
    @Test
    @DisplayName("the history shows it: done")
    void added() {
      world.lines.script().losesTheAnswer(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.quotas()).isEqualTo(1);
    }

    @Test
    @DisplayName("the history does not show it to the end of the window: it is sent again")
    void notAdded() {
      world.lines.script().losesTheRequest(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);
      world.minutes(29);
      assertThat(world.sent(InMemorySimLines.Call.ADD_QUOTA)).isEqualTo(1);
      world.minutes(2);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.quotas()).isEqualTo(1);
      assertThat(world.invoices.charges()).hasSize(1);
    }

    @Test
    @DisplayName("there is no history: parked at once, with what to do")
    void noHistory() {
      world.lines.office().keepsNoHistory();
      world.lines.script().losesTheAnswer(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT);
      var id = run(LineWorld.TOP_UP);

      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
      assertThat(world.view(id).remedy().orElseThrow())
          .contains("look for the quota " + id.reference());

      settle(id, true);
      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.quotas()).isEqualTo(1);
    }

    @Test
    @DisplayName("a retry after a wrong word asks the history first")
    void wrongWord() {
      world.lines.script().refuses(InMemorySimLines.Call.ADD_QUOTA, FailureCode.SIM_REFUSED, "no");
      var id = run(LineWorld.TOP_UP);
      settle(id, false);
      world.lines.addQuota(LineWorld.LINE, new Quota(1024, id.reference(), Optional.empty()));

      world.desk.retry(id, "operator");
      world.runner.runDue();

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.quotas()).isEqualTo(1);
      assertThat(world.invoices.charges()).hasSize(1);
    }
  }

  @Nested
  @DisplayName("of a change")
  class OfAChange {
    @Test
    @DisplayName("the line shows the plan: done")
    void planShown() {
      world
          .lines
          .script()
          .losesTheAnswer(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.ECONNRESET);
      var id = run(LineWorld.PLAN);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.sent(InMemorySimLines.Call.CHANGE_PLAN)).isEqualTo(1);
    }

    @Test
    @DisplayName("the line never shows the plan: parked after the window, and not sent again")
    void planNotShown() {
      world
          .lines
          .script()
          .losesTheRequest(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.ECONNRESET);
      var id = run(LineWorld.PLAN);
      world.minutes(14);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      world.minutes(300);

      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
      assertThat(world.view(id).code()).contains(FailureCode.SIM_CHANGE_UNCLEAR);
      assertThat(world.sent(InMemorySimLines.Call.CHANGE_PLAN)).isEqualTo(1);
    }

    @Test
    @DisplayName("a plan for a later day cannot be seen: parked at once")
    void plannedForLater() {
      world
          .lines
          .script()
          .losesTheAnswer(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.ECONNRESET);
      var id = run(new PlanChange(ASim.OTHER_PLAN, Optional.of(world.today().plusDays(1))));

      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
      assertThat(world.sent(InMemorySimLines.Call.FIND)).isZero();
    }

    @Test
    @DisplayName("a lost change of the network is looked for when its lock can have ended")
    void network() {
      world
          .lines
          .script()
          .losesTheAnswer(InMemorySimLines.Call.CHANGE_NETWORK, FailureCode.ETIMEOUT);
      var id = world.ask(LineWorld.NETWORK);
      world.minutes(30);
      world.minutes(29);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      assertThat(world.sent(InMemorySimLines.Call.FIND)).isEqualTo(1);

      world.lines.office().appliesPending();
      world.minutes(2);

      assertThat(world.state(id)).isEqualTo(OperationState.DONE);
      assertThat(world.sent(InMemorySimLines.Call.CHANGE_NETWORK)).isEqualTo(1);
    }

    @Test
    @DisplayName("a network that never shows is parked, and then holds nobody up")
    void networkNeverShows() {
      world
          .lines
          .script()
          .losesTheRequest(InMemorySimLines.Call.CHANGE_NETWORK, FailureCode.ETIMEOUT);
      var id = world.ask(LineWorld.NETWORK);
      world.minutes(30 + 59);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      world.minutes(2);
      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);

      var next = run(LineWorld.PLAN);
      assertThat(world.state(next)).isEqualTo(OperationState.DONE);
    }

    @Test
    @DisplayName("a SIM operator that cannot be asked is asked for two windows, then a person is")
    void looksFail() {
      world
          .lines
          .script()
          .losesTheAnswer(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.ECONNRESET);
      for (int times = 0; times < 100; times++) {
        world.lines.script().failsBeforeActing(InMemorySimLines.Call.FIND, FailureCode.HTTP_503);
      }
      var id = run(LineWorld.PLAN);
      world.minutes(59);
      assertThat(world.state(id)).isEqualTo(OperationState.RUNNING);
      world.minutes(2);

      assertThat(world.state(id)).isEqualTo(OperationState.PARKED);
      assertThat(world.sent(InMemorySimLines.Call.FIND)).isLessThan(20);
    }
  }
}
