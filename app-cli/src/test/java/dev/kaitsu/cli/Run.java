package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One command: how it ended, and everything that it printed, logs included. */
record Run(int exitCode, String out, String err) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Runs a command in this process, from its first line to its exit code. */
  static synchronized Run of(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var realOut = System.out;
    var realErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Main.run(environment, arguments);
      return new Run(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  JsonNode json() {
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("standard output is no JSON: " + out, malformed);
    }
  }

  /** The lines of standard error. */
  List<String> told() {
    return err.lines().toList();
  }

  /** Asserts that it ended so, told one line alone about it, and printed no data. */
  String endsWithOneLine(ExitCode expected) {
    assertThat(exitCode).as(err).isEqualTo(expected.number());
    assertThat(out).isEmpty();
    assertThat(told()).hasSize(1);
    return err.strip();
  }
}
