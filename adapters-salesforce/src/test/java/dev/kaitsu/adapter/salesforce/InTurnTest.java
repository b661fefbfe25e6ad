package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Halt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Acts in turn")
class InTurnTest {
  private final Line line = new Line();
  private final InTurn<String> turns = new InTurn<>();
  private final List<Integer> acted = Collections.synchronizedList(new ArrayList<>());

  @Test
  @DisplayName("happen one after the other, as they came, if their keys are equal")
  void oneAfterTheOther() {
    line.together(this::holdsTheTurn, List.of(acts(1), acts(2), acts(3))).forEach(Running::result);

    assertThat(acted).containsExactly(1, 2, 3);
  }

  @Test
  @DisplayName("do not wait for those with other keys")
  void otherKeys() {
    line.hold(this::holdsTheTurn);

    turns.act("other", () -> acted.add(1));

    assertThat(acted).containsExactly(1);
    line.release();
  }

  @Test
  @DisplayName("do not happen if interrupted before; nobody overtakes for that")
  void interrupted() {
    var holder = line.hold(this::holdsTheTurn);
    var waiting = line.join(List.of(acts(1), acts(2)));
    waiting.get(0).thread().interrupt();

    assertThat(waiting.get(0).halt()).isInstanceOf(Halt.Failed.class);
    assertThat(acted).isEmpty();
    line.release();

    holder.result();
    waiting.get(1).result();
    assertThat(acted).containsExactly(2);
  }

  private void holdsTheTurn() {
    turns.act("key", line::pass);
  }

  private Callable<Boolean> acts(int number) {
    return () -> {
      turns.act("key", () -> acted.add(number));
      return true;
    };
  }
}
