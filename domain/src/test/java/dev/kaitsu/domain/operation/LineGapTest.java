package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.port.in.SimDesk.Answer;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.InMemorySimLines;
import dev.kaitsu.testkit.InMemorySimLines.Call;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line's changes keep their distance")
class LineGapTest {
  private static final Duration GAP = Duration.ofMinutes(30);
  private final LineWorld world = new LineWorld();

  @Test
  @DisplayName("a second change waits until 30 minutes after the first was sent")
  void gap() {
    var first = world.ask(LineWorld.PLAN);
    world.runner.runDue();
    var second = world.ask(LineWorld.PLAN);
    assertThat(world.view(second).mayRunAt()).contains(SettableClock.START.plus(GAP));

    world.pass(GAP.minusMillis(1));
    assertThat(world.state(first)).isEqualTo(OperationState.DONE);
    assertThat(world.state(second)).isEqualTo(OperationState.WAITING);
    assertThat(world.sent(Call.CHANGE_PLAN)).isEqualTo(1);

    world.pass(Duration.ofMillis(1));
    assertThat(world.state(second)).isEqualTo(OperationState.DONE);
    assertThat(world.sent(Call.CHANGE_PLAN)).isEqualTo(2);
  }

  @Test
  @DisplayName("a caller who does not want to wait is told when it may run, and nothing is kept")
  void refuse() {
    assertThat(world.askNowOrNever(LineWorld.PLAN)).isInstanceOf(Answer.Accepted.class);
    world.runner.runDue();
    world.clock.advance(Duration.ofMinutes(10));

    var answer = world.askNowOrNever(LineWorld.PLAN);

    assertThat(((Answer.Busy) answer).mayRunAt()).isEqualTo(SettableClock.START.plus(GAP));
    assertThat(world.desk.operations(LineWorld.LINE)).hasSize(1);
    world.minutes(20);
    assertThat(world.askNowOrNever(LineWorld.PLAN)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @DisplayName("what stands in the queue counts for who does not want to wait")
  void refuseBehindQueue() {
    world.ask(LineWorld.PLAN);
    world.ask(LineWorld.PLAN);

    var answer = (Answer.Busy) world.askNowOrNever(LineWorld.PLAN);

    assertThat(answer.mayRunAt()).isEqualTo(SettableClock.START.plus(GAP.multipliedBy(2)));
  }

  @Test
  @DisplayName(
      "a change of the network is taken at the time told, which is its delay before it runs")
  void refuseNetwork() {
    world.ask(LineWorld.PLAN);
    world.ask(LineWorld.PLAN);
    world.ask(LineWorld.PLAN);
    var answer = (Answer.Busy) world.askNowOrNever(LineWorld.NETWORK);
    assertThat(answer.mayRunAt()).isEqualTo(answer.askAgainAt().plus(GAP));

    world.pass(Duration.between(world.clock.instant(), answer.askAgainAt()).minusMillis(1));
    assertThat(world.askNowOrNever(LineWorld.NETWORK)).isInstanceOf(Answer.Busy.class);
    world.pass(Duration.ofMillis(1));
    assertThat(world.askNowOrNever(LineWorld.NETWORK)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @DisplayName("a top-up does not count, and does not wait for the gap")
  void topUpDoesNotCount() {
    world.ask(LineWorld.PLAN);
    world.runner.runDue();
    var topUp = world.ask(LineWorld.TOP_UP);
    world.runner.runDue();
    assertThat(world.state(topUp)).isEqualTo(OperationState.DONE);

    world.minutes(30);
    assertThat(world.askNowOrNever(LineWorld.PLAN)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @DisplayName("other lines do not wait")
  void otherLines() {
    world.ask(LineWorld.PLAN);
    var other = world.ask(ASim.line(2), LineWorld.PLAN);
    world.runner.runDue();

    assertThat(world.state(other)).isEqualTo(OperationState.DONE);
  }

  @Test
  @DisplayName("a change of the network waits for its delay, and locks the line for 30 minutes")
  void network() {
    var network = world.ask(LineWorld.NETWORK);
    world.pass(GAP.minusMillis(1));
    assertThat(world.state(network)).isEqualTo(OperationState.WAITING);
    world.pass(Duration.ofMillis(1));
    assertThat(world.state(network)).isEqualTo(OperationState.DONE);
    world.lines.office().appliesPending();

    var topUp = world.ask(LineWorld.TOP_UP);
    int asked = world.sent(Call.FIND);
    world.pass(GAP.minusMillis(1));
    assertThat(world.state(topUp)).isEqualTo(OperationState.WAITING);
    assertThat(world.sent(Call.FIND)).isEqualTo(asked);
    world.pass(Duration.ofMillis(1));

    assertThat(world.state(topUp)).isEqualTo(OperationState.DONE);
    assertThat(world.lines.office().line(LineWorld.LINE).orElseThrow().network())
        .contains(NetworkType.FIVE_G);
  }

  @Test
  @DisplayName("a line that somebody else's change locks is asked again when a lock can have ended")
  void lockedByOthers() {
    world.lines.office().locks(LineWorld.LINE);
    var plan = world.ask(LineWorld.PLAN);
    world.minutes(29);
    assertThat(world.state(plan)).isEqualTo(OperationState.WAITING);
    assertThat(world.sent(Call.CHANGE_PLAN)).isEqualTo(1);

    world.lines.office().unlocks(LineWorld.LINE);
    world.minutes(1);

    assertThat(world.state(plan)).isEqualTo(OperationState.DONE);
    assertThat(world.sent(Call.CHANGE_PLAN)).isEqualTo(2);
  }

  @Test
  @DisplayName("a change that was refused does not count for the gap")
  void refusedDoesNotCount() {
    world
        .lines
        .script()
        .refuses(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.SIM_REFUSED, "no such plan");
    var refused = world.ask(LineWorld.PLAN);
    world.runner.runDue();
    assertThat(world.state(refused)).isEqualTo(OperationState.FAILED);

    assertThat(world.askNowOrNever(LineWorld.PLAN)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @DisplayName("a change that is due earlier goes before one that was asked for earlier")
  void dueFirst() {
    var network = world.ask(LineWorld.NETWORK);
    world.minutes(1);
    var plan = world.ask(LineWorld.PLAN);
    world.runner.runDue();
    assertThat(world.state(plan)).isEqualTo(OperationState.DONE);

    world.minutes(29);
    assertThat(world.state(network)).isEqualTo(OperationState.WAITING);
    world.minutes(1);
    assertThat(world.state(network)).isEqualTo(OperationState.DONE);
  }
}
