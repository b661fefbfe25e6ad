package dev.kaitsu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command tries everything, or what it is told to")
class CommandLineTest {
  private static final List<String> KNOWN = List.of("points", "simulation");

  @Test
  @DisplayName("without a word, everything is tried and the page is written")
  void everything() {
    var all = CommandLine.of(List.of(), KNOWN);
    assertThat(all.isComplete()).isTrue();
    assertThat(KNOWN).allMatch(all::wants);
  }

  @Test
  @DisplayName("a part that is named is tried alone")
  void part() {
    var one = CommandLine.of(List.of("simulation"), KNOWN);
    assertThat(one.isComplete()).isFalse();
    assertThat(KNOWN).filteredOn(one::wants).containsExactly("simulation");
  }

  @Test
  @DisplayName("a number of orders or a seed makes it a partial run")
  void options() {
    assertThat(CommandLine.of(List.of("--orders", "20"), KNOWN).isComplete()).isFalse();
    var replay = CommandLine.of(List.of("simulation", "--seed", "4711"), KNOWN);
    assertThat(replay.isComplete()).isFalse();
    assertThat(replay.options().seed()).hasValue(4711);
  }

  @Test
  @DisplayName("what it does not know it refuses")
  void unknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.of(List.of("pionts"), KNOWN))
        .withMessage("parts are [points, simulation], not pionts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.of(List.of("--seed"), KNOWN))
        .withMessage("--seed needs a number");
  }
}
