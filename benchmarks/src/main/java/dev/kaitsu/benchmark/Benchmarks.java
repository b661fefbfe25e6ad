package dev.kaitsu.benchmark;

import dev.kaitsu.process.Commit;
import dev.kaitsu.process.Launcher;
import dev.kaitsu.process.Machine;
import dev.kaitsu.process.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures all parts and writes the page, or only the parts that are named. */
public final class Benchmarks {
  private static final String PAGE = "docs/benchmarks.md";

  /** These share a server that is warm. */
  private static final List<Part> WARM =
      List.of(new SteadyArrivals(), new FixedLatencies(), new Burst(), new RemoteCalls());

  /** Each of these starts servers of its own, on a sandbox of its own. */
  private static final List<Part> COLD =
      List.of(new StartUp(), new TwoNodes(), new Takeover(), new Replay(), new RecordImport());

  private final Launcher launcher;
  private final Set<String> wanted;
  private final List<Report.Section> sections = new ArrayList<>();

  private Benchmarks(Launcher launcher, Set<String> wanted) {
    this.launcher = launcher;
    this.wanted = wanted;
  }

  /** Runs in the project's home directory, once the command line is built. */
  public static void main(String[] names) throws IOException, InterruptedException {
    var home = Path.of("").toAbsolutePath();
    var machine = Machine.describe();
    var commit = Commit.checkedOut(home, PAGE);
    var run = "commit %s on %s".formatted(commit, LocalDate.now(ZoneOffset.UTC));
    var logs = Files.createDirectories(home.resolve("benchmarks/target/logs"));
    var benchmarks = new Benchmarks(new Launcher(home, logs), wanted(List.of(names)));
    benchmarks.measure(WARM);
    for (Part part : COLD) {
      benchmarks.measure(List.of(part));
    }
    if (names.length == 0) {
      Files.writeString(home.resolve(PAGE), Report.page(run, machine, benchmarks.sections));
      System.out.println("Written: " + PAGE);
    }
  }

  private static Set<String> wanted(List<String> names) {
    var known = Stream.concat(WARM.stream(), COLD.stream()).map(Part::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException("parts are %s, not %s".formatted(known, names));
    }
    return Set.copyOf(names.isEmpty() ? known : names);
  }

  private void measure(List<Part> parts) throws IOException, InterruptedException {
    var chosen = parts.stream().filter(part -> wanted.contains(part.name())).toList();
    if (chosen.isEmpty()) {
      return;
    }
    var options = System.getenv().getOrDefault("KAITSU_JAVA_OPTS", "");
    try (var bench = new Bench(launcher, SandboxProcess.start(launcher), options)) {
      for (Part part : chosen) {
        System.out.println(part.name());
        var figures = part.measure(bench);
        figures.forEach(figure -> System.out.println(Report.line(figure)));
        sections.add(new Report.Section(part, figures));
      }
    }
  }
}
