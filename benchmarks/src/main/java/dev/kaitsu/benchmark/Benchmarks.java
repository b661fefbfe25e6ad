package dev.kaitsu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures all parts and writes the page, or only the parts that are named. */
public final class Benchmarks {
  private static final List<Part> PARTS =
      List.of(
          new StartUp(),
          new SteadyArrivals(),
          new FixedLatencies(),
          new Burst(),
          new RemoteCalls(),
          new Takeover(),
          new Replay());

  private Benchmarks() {}

  /** Runs in the project's home directory, once the command line is built. */
  public static void main(String[] names) throws IOException, InterruptedException {
    var home = Path.of("").toAbsolutePath();
    var parts = names.length == 0 ? PARTS : chosen(Arrays.asList(names));
    var machine = Machine.describe();
    var run = "commit %s on %s".formatted(Commit.checkedOut(home), LocalDate.now(ZoneOffset.UTC));
    var logs = Files.createDirectories(home.resolve("benchmarks/target/logs"));
    var sections = new ArrayList<Report.Section>();
    for (Part part : parts) {
      System.out.println(part.name());
      var figures = measure(part, new Launcher(home, logs));
      figures.forEach(figure -> System.out.println(Report.line(figure)));
      sections.add(new Report.Section(part, figures));
    }
    if (names.length == 0) {
      var page = Files.createDirectories(home.resolve("docs")).resolve("benchmarks.md");
      Files.writeString(page, Report.page(run, machine, sections));
      System.out.println("Written: docs/benchmarks.md");
    }
  }

  /** Each part has a sandbox of its own, so that none is slowed by what another left behind. */
  private static List<Figure> measure(Part part, Launcher launcher)
      throws IOException, InterruptedException {
    var options = System.getenv().getOrDefault("KAITSU_JAVA_OPTS", "");
    try (var bench = new Bench(launcher, SandboxProcess.start(launcher), options)) {
      return part.measure(bench);
    }
  }

  private static List<Part> chosen(List<String> names) {
    var known = PARTS.stream().map(Part::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException("parts are %s, not %s".formatted(known, names));
    }
    return PARTS.stream().filter(part -> names.contains(part.name())).toList();
  }
}
