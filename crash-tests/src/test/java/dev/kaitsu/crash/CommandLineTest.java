package dev.kaitsu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command tries everything, or what it is told to")
class CommandLineTest {
  private static final List<String> KNOWN = List.of("points", "simulation");
  private static final List<String> SERIES = List.of("--kills");

  @Test
  @DisplayName("without a word, everything is tried and the page is written")
  void everything() {
    var all = CommandLine.of(List.of(), KNOWN, SERIES);
    assertThat(all.isComplete()).isTrue();
    assertThat(KNOWN).allMatch(all::wants);
  }

  @Test
  @DisplayName("a part that is named is tried alone")
  void part() {
    var one = CommandLine.of(List.of("simulation"), KNOWN, SERIES);
    assertThat(one.isComplete()).isFalse();
    assertThat(KNOWN).filteredOn(one::wants).containsExactly("simulation");
  }

  @Test
  @DisplayName("a number of orders or a seed makes it a partial run")
  void options() {
    assertThat(CommandLine.of(List.of("--orders", "20"), KNOWN, SERIES).isComplete()).isFalse();
    var replay = CommandLine.of(List.of("simulation", "--seed", "4711"), KNOWN, SERIES);
    assertThat(replay.isComplete()).isFalse();
    assertThat(replay.options().seed()).hasValue(4711);
    assertThat(CommandLine.of(List.of("--kills", "3"), KNOWN, SERIES).isComplete()).isFalse();
  }

  @Test
  @DisplayName("what it does not know it refuses")
  void unknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.of(List.of("pionts"), KNOWN, SERIES))
        .withMessage(
            "parts are [points, simulation], options --seed, --orders, [--kills]; not pionts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.of(List.of("--seed"), KNOWN, SERIES))
        .withMessage("--seed needs a number");
  }
}
