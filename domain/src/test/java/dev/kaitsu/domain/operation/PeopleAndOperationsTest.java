package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.port.in.SimDesk.Answer;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.port.out.LostLineException;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.InMemorySimLines.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("People ask for operations, and take them back")
class PeopleAndOperationsTest {
  private final LineWorld world = new LineWorld();

  private Answer askKeyed(LineOperation what, String key) {
    return world.desk.request(
        new OperationRequest(LineWorld.LINE, what, "test", Optional.of(key), WhenBusy.QUEUE));
  }

  private static FailureCode codeOf(Answer answer) {
    return ((Answer.Refused) answer).code();
  }

  @Test
  @DisplayName("what waits can be taken back, and is never sent")
  void cancel() {
    var id = world.ask(LineWorld.NETWORK);
    world.runner.runDue();

    assertThat(world.desk.cancel(id, "operator")).isInstanceOf(Change.Changed.class);
    world.minutes(120);

    assertThat(world.state(id)).isEqualTo(OperationState.CANCELLED);
    assertThat(world.sent(Call.CHANGE_NETWORK)).isZero();
    assertThat(world.desk.unsettled()).isEmpty();
  }

  @Test
  @DisplayName("a cancellation in the moment of the start either wins or is refused")
  void cancelInTheMoment() {
    var id = world.ask(LineWorld.TOP_UP);
    world.lines.script().before(Call.FIND, () -> world.desk.cancel(id, "operator"));
    world.runner.runDue();
    assertThat(world.state(id)).isEqualTo(OperationState.CANCELLED);
    assertThat(world.invoices.ids()).isEmpty();

    var plan = world.ask(LineWorld.PLAN);
    world
        .lines
        .script()
        .before(
            Call.CHANGE_PLAN,
            () ->
                assertThat(world.desk.cancel(plan, "operator")).isInstanceOf(Change.Refused.class));
    world.runner.runDue();
    assertThat(world.state(plan)).isEqualTo(OperationState.DONE);
  }

  @Test
  @DisplayName("what is over is neither cancelled nor settled nor retried")
  void over() {
    var id = world.ask(LineWorld.PLAN);
    world.runner.runDue();

    assertThat(world.desk.cancel(id, "x")).isInstanceOf(Change.Refused.class);
    assertThat(world.desk.settle(id, true, "x")).isInstanceOf(Change.Refused.class);
    assertThat(world.desk.retry(id, "x")).isInstanceOf(Change.Refused.class);
    assertThat(world.desk.cancel(new OperationId(UUID.randomUUID()), "x"))
        .isInstanceOf(Change.NotFound.class);
  }

  @Test
  @DisplayName("a repeat under the same key is the same operation, another one is refused")
  void keys() {
    var first = (Answer.Accepted) askKeyed(LineWorld.PLAN, "k1");
    world.runner.runDue();

    var again = (Answer.Accepted) askKeyed(LineWorld.PLAN, "k1");

    assertThat(again.again()).isTrue();
    assertThat(again.operation().operation()).isEqualTo(first.operation().operation());
    assertThat(again.operation().state()).isEqualTo(OperationState.DONE);
    assertThat(askKeyed(LineWorld.TOP_UP, "k1")).isInstanceOf(Answer.KeyTaken.class);
    assertThat(world.desk.operations(LineWorld.LINE)).hasSize(1);
  }

  @Test
  @DisplayName("a day that has passed, and a client nobody knows, are refused before anything")
  void neverPossible() {
    var yesterday = Optional.of(world.today().minusDays(1));
    var stranger = new BillingClientId(999);

    assertThat(codeOf(world.askNowOrNever(new PlanChange(ASim.PLAN, yesterday))))
        .isEqualTo(FailureCode.SIM_DATE_PAST);
    assertThat(
            codeOf(world.askNowOrNever(new TopUp(LineWorld.CLIENT, 1, BigDecimal.ONE, yesterday))))
        .isEqualTo(FailureCode.SIM_DATE_PAST);
    assertThat(
            codeOf(world.askNowOrNever(new TopUp(stranger, 1, BigDecimal.ONE, Optional.empty()))))
        .isEqualTo(FailureCode.MAPPING_CUSTOMER_MISSING);
    assertThat(world.desk.operations(LineWorld.LINE)).isEmpty();
  }

  @Test
  @DisplayName("the day of Tokyo counts, not that of London")
  void daysOfTokyo() {
    world.clock.advance(Duration.ofHours(13)); // 01:00 of the next day in Tokyo, 16:00 in London
    var londonsToday = Optional.of(world.today().minusDays(1));

    assertThat(codeOf(world.askNowOrNever(new PlanChange(ASim.PLAN, londonsToday))))
        .isEqualTo(FailureCode.SIM_DATE_PAST);
  }

  @Test
  @DisplayName("a plan that is not on the list is refused before anything is sent")
  void unknownPlan() {
    var defaults = LineSettings.DEFAULTS;
    var strict =
        new LineWorld(
            new LineSettings(
                defaults.gap(),
                defaults.networkDelay(),
                defaults.lock(),
                defaults.lookWindow(),
                defaults.invoiceWindow(),
                defaults.zone(),
                Optional.of(Set.of(ASim.OTHER_PLAN)),
                defaults.takeoverAfter()));

    assertThat(codeOf(strict.askNowOrNever(new PlanChange(ASim.PLAN, Optional.empty()))))
        .isEqualTo(FailureCode.SIM_PLAN_UNKNOWN);
    assertThat(strict.askNowOrNever(LineWorld.PLAN)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @DisplayName("an amount is above zero, with two decimals at most")
  void amounts() {
    for (var wrong : new String[] {"0", "-1", "0.001", "10000000"}) {
      assertThatThrownBy(
              () -> new TopUp(LineWorld.CLIENT, 1, new BigDecimal(wrong), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("an amount");
    }
    assertThat(new TopUp(LineWorld.CLIENT, 1, new BigDecimal("1E+2"), Optional.empty()))
        .isEqualTo(new TopUp(LineWorld.CLIENT, 1, new BigDecimal("100.00"), Optional.empty()));
  }

  @Test
  @DisplayName("a node that was taken over sends nothing; the newer one goes on")
  void frozenNode() {
    var id = world.ask(LineWorld.PLAN);
    var claim = world.operations.claim(LineWorld.LINE);
    world.clock.advance(Duration.ofHours(1));
    var newer = world.operations.claim(LineWorld.LINE);

    assertThatThrownBy(() -> world.work.work(claim)).isInstanceOf(LostLineException.class);
    assertThat(world.sent(Call.CHANGE_PLAN)).isZero();

    world.operations.complete(newer, world.work.work(newer));
    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
  }

  @Test
  @DisplayName("a node that stood still after its intent does not send, and sends once later")
  void standstill() {
    var id = world.ask(LineWorld.PLAN);
    world.operations.standsStillAfterNextWrite(() -> world.clock.advance(Duration.ofSeconds(6)));

    world.runner.runDue();
    assertThat(world.sent(Call.CHANGE_PLAN)).isZero();
    assertThat(world.state(id)).isEqualTo(OperationState.WAITING);

    world.minutes(1);
    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.sent(Call.CHANGE_PLAN)).isEqualTo(1);
  }

  @Test
  @DisplayName("a node that was taken over right after its intent sends nothing")
  void takenOverAfterIntent() {
    var id = world.ask(LineWorld.TOP_UP);
    world.operations.standsStillAfterNextWrite(
        () -> {
          world.clock.advance(Duration.ofSeconds(20));
          var newer = world.operations.claim(LineWorld.LINE);
          world.operations.complete(newer, world.work.work(newer));
        });

    world.runner.runDue();
    world.minutes(30);

    assertThat(world.state(id)).isEqualTo(OperationState.DONE);
    assertThat(world.invoices.ids()).hasSize(1);
    assertThat(world.invoices.charges()).hasSize(1);
    assertThat(world.quotas()).isEqualTo(1);
  }
}
