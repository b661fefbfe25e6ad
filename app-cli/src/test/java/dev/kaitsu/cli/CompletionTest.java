package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("kaitsu completion")
class CompletionTest {
  @TempDir private Path directory;
  private Path script;

  @BeforeEach
  void print() throws IOException {
    script = directory.resolve("kaitsu-completion");
    Files.writeString(script, Run.of(Map.of(), "completion", "bash").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  @DisplayName("prints a script that says how to use it, and needs no environment")
  void prints(String shell) {
    var run = Run.of(Map.of(), "completion", shell);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(". <(kaitsu completion " + shell + ")", "ZSH_VERSION");
  }

  @Test
  @DisplayName("knows no other shell")
  void otherShell() {
    assertThat(Run.of(Map.of(), "completion", "fish").exitCode()).isEqualTo(2);
    assertThat(Run.of(Map.of(), "completion").exitCode()).isEqualTo(2);
  }

  @Test
  @DisplayName("prints valid bash")
  void validBash() throws Exception {
    assertThat(bash("bash -n '%s' && echo valid".formatted(script))).containsExactly("valid");
  }

  @Test
  @DisplayName("completes commands, their options and the options' values")
  void completes() throws Exception {
    assertThat(completions("kaitsu", "")).contains("serve", "sandbox", "doctor", "completion");
    assertThat(completions("kaitsu", "doc")).containsExactly("doctor");
    assertThat(completions("kaitsu", "doctor", "--p"))
        .containsExactlyInAnyOrder("--prove-marker", "--product");
    assertThat(completions("kaitsu", "status", "-o", "")).contains("table", "json");
    assertThat(completions("kaitsu", "completion", "z")).containsExactly("zsh");
  }

  /** What bash offers for the last of these words. */
  private List<String> completions(String... words) throws Exception {
    var line = String.join(" ", words);
    return bash(
        "compopt() { :; }; . '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d; "
                .formatted(script, quoted(words), words.length - 1, line, line.length())
            + "COMPREPLY=(); _complete_kaitsu; printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  private static String quoted(String... words) {
    return "'" + String.join("' '", words) + "'";
  }

  private static List<String> bash(String commands) throws Exception {
    var shell =
        new ProcessBuilder("bash", "--norc", "-c", commands).redirectErrorStream(true).start();
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said.lines().map(String::strip).toList();
  }
}
