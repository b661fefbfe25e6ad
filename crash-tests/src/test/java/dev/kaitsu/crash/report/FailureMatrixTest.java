package dev.kaitsu.crash.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.process.Machine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The matrix says what was tried and what was broken")
class FailureMatrixTest {
  private static final Seen SEEN = new Seen("goes on", "one order", "Activated", "nothing to do");

  private static final Part PART =
      new Part() {
        @Override
        public String name() {
          return "points";
        }

        @Override
        public String method() {
          return "Stops at each point.";
        }

        @Override
        public Findings run(Options options) {
          return new Findings(
              List.of(new Row("the process dies after", "AddOrder", SEEN, 1234, 1)),
              List.of(new Violation("a plain order: billed twice", List.of("WHMCS: two orders"))),
              List.of("1 story"));
        }
      };

  private final FailureMatrix.Section section =
      new FailureMatrix.Section(PART, findings(), Duration.ofMillis(1500));

  @Test
  @DisplayName("the page names commit, machine and runtime, and has a row for each failure")
  void page() {
    var page = FailureMatrix.page("commit abc", new Machine(List.of("2 cores")), List.of(section));
    assertThat(page)
        .contains("commit abc, in 1.5 s", "- 2 cores", "## points", "Stops at each point.")
        .contains("1 story; 1 violations; 1.5 s")
        .contains(
            "\n| the process dies after | AddOrder | goes on | one order | Activated"
                + " | nothing to do | 1,234 | 1 |");
  }

  @Test
  @DisplayName("the terminal shows every broken promise in full")
  void lines() {
    assertThat(FailureMatrix.lines(section))
        .contains("VIOLATION a plain order: billed twice", "    WHMCS: two orders");
  }

  private static Findings findings() {
    try {
      return PART.run(Options.NONE);
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
