package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
class UsageTest {
  @Test
  @DisplayName("says its version")
  void version() {
    var run = Run.of(Map.of(), "--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("kaitsu \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(run.err()).isEmpty();
  }

  @Test
  @DisplayName("asks for a command where none is named")
  void noCommand() {
    var run = Run.of(Map.of());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Name a command", "serve", "sandbox", "plan", "Exit codes");
  }

  @Test
  @DisplayName("names an unknown command, and the one that may be meant")
  void unknownCommand() {
    var run = Run.of(Map.of(), "fulfil");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("fulfil", "fulfill");
  }

  @Test
  @DisplayName("names the choices of -o")
  void unknownFormat() {
    var run = Run.of(Map.of(), "health", "-o", "xml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("xml", "table", "json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "fulfill", "status"})
  @DisplayName("names an order id that is none, before anything is connected to")
  void malformedId(String command) {
    var run = Run.of(Map.of(), command, "12345");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("not an order id: '12345'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "many"})
  @DisplayName("names the bounds of --orders")
  void tooManyOrders(String orders) {
    var run = Run.of(Map.of(), "sandbox", "--exit", "--orders", orders);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--orders", orders);
  }

  @Test
  @DisplayName("says that no server answers, and how to start one")
  void noServer() {
    var line = Run.of(Map.of("PORT", "1"), "health").endsWithOneLine(ExitCode.UNAVAILABLE);

    assertThat(line).contains("http://127.0.0.1:1", "kaitsu serve");
  }
}
