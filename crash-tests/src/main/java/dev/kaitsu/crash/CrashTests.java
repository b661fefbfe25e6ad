package dev.kaitsu.crash;

import dev.kaitsu.crash.live.LiveProcesses;
import dev.kaitsu.crash.live.Soak;
import dev.kaitsu.crash.point.Points;
import dev.kaitsu.crash.report.FailureMatrix;
import dev.kaitsu.crash.report.Part;
import dev.kaitsu.crash.simulation.Simulation;
import dev.kaitsu.process.Commit;
import dev.kaitsu.process.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Tries all parts and writes the page, or only the parts that are named. */
public final class CrashTests {
  private static final String PAGE = "docs/failure-matrix.md";

  private static final String SOAK_PAGE = "docs/soak.md";

  private static final LiveProcesses LIVE = new LiveProcesses();
  private static final Soak SOAK = new Soak();

  private static final List<Part> PARTS = List.of(new Points(), new Simulation(), LIVE);

  private CrashTests() {}

  /** Runs in the project's home directory; ends with 1 if a promise was broken. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var asked = CommandLine.of(List.of(arguments), names(), series());
    var home = Path.of("").toAbsolutePath();
    var machine = Machine.describe();
    var commit = Commit.checkedOut(home, PAGE);
    var run = "commit %s on %s".formatted(commit, LocalDate.now(ZoneOffset.UTC));
    var sections = new ArrayList<FailureMatrix.Section>();
    for (Part part : PARTS) {
      if (asked.wants(part.name())) {
        sections.add(tried(part, asked));
      }
    }
    if (asked.parts().contains(SOAK.name())) {
      var section = tried(SOAK, asked);
      sections.add(section);
      Files.writeString(
          home.resolve(SOAK_PAGE), FailureMatrix.soak(run, machine, section, SOAK.table()));
      System.out.println("Written: " + SOAK_PAGE);
    }
    if (asked.isComplete()) {
      Files.writeString(home.resolve(PAGE), FailureMatrix.page(run, machine, sections));
      System.out.println("Written: " + PAGE);
    }
    boolean broken =
        sections.stream().anyMatch(section -> !section.findings().violations().isEmpty());
    System.exit(broken ? 1 : 0);
  }

  /** The soak is asked for by name only: it takes as long as it is told to. */
  private static List<String> names() {
    var names = new ArrayList<>(PARTS.stream().map(Part::name).toList());
    names.add(SOAK.name());
    return names;
  }

  private static List<String> series() {
    var series = new ArrayList<>(LIVE.series());
    series.add("--" + Soak.MINUTES);
    return series;
  }

  private static FailureMatrix.Section tried(Part part, CommandLine asked)
      throws IOException, InterruptedException {
    System.out.println(part.name());
    long begun = System.nanoTime();
    var findings = part.run(asked.options());
    var took = Duration.ofNanos(System.nanoTime() - begun);
    var section = new FailureMatrix.Section(part, findings, took);
    FailureMatrix.lines(section).forEach(System.out::println);
    return section;
  }
}
