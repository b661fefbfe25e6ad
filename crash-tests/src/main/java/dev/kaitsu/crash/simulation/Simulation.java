package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Options;
import dev.kaitsu.crash.report.Part;
import dev.kaitsu.crash.report.Row;
import dev.kaitsu.crash.report.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Worlds of many orders, several nodes and chance, one for each seed. */
public final class Simulation implements Part {
  private static final int USUALLY = 100_000;

  @Override
  public String name() {
    return "simulation";
  }

  @Override
  public String method() {
    return "Each seed is a world on a virtual clock: 20 to 100 orders of a few clients, two to four"
        + " nodes whose workers really interleave, and kinds of faults drawn from the seed, for 30"
        + " minutes; then operators mend and retry for two hours. Judged all along by the books of"
        + " the fakes and by witnesses: no second AddOrder without the look after the window, never"
        + " billed or accepted twice, Salesforce shows the accepted order or a code, no node that"
        + " was taken over changes anything outside, no result is repeated without a read, no order"
        + " is forgotten. `crash-tests/run simulation --seed N` replays one world.";
  }

  @Override
  public Findings run(Options options) {
    return options.seed().isPresent()
        ? replay(options.seed().getAsLong())
        : tryAll(options.orders().orElse(USUALLY));
  }

  private static Findings replay(long seed) {
    var run = SeedRun.of(seed, true);
    run.trace().forEach(System.out::println);
    return findings(List.of(run));
  }

  private static Findings tryAll(int orders) {
    var runs = new ArrayList<SeedRun>();
    int tried = 0;
    for (long seed = 1; tried < orders; seed++) {
      var run = SeedRun.of(seed, false);
      runs.add(run);
      tried += run.orders();
    }
    return findings(runs);
  }

  private static Findings findings(List<SeedRun> runs) {
    Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    Map<Fault, Long> violated = new EnumMap<>(Fault.class);
    List<Violation> violations = new ArrayList<>();
    for (SeedRun run : runs) {
      violations.addAll(run.violations());
      run.struck()
          .forEach(
              (fault, times) -> {
                struck.merge(fault, (long) times, Long::sum);
                violated.merge(fault, (long) run.violations().size(), Long::sum);
              });
    }
    var rows =
        Stream.of(Fault.values())
            .filter(struck::containsKey)
            .map(
                fault ->
                    new Row(
                        fault.what(),
                        fault.when(),
                        fault.seen(),
                        struck.getOrDefault(fault, 0L),
                        violated.getOrDefault(fault, 0L)))
            .toList();
    return new Findings(
        rows,
        violations,
        List.of(
            "%,d worlds".formatted(runs.size()),
            "%,d orders".formatted(runs.stream().mapToInt(SeedRun::orders).sum()),
            "%,d faults of %d kinds"
                .formatted(
                    struck.values().stream().mapToLong(Long::longValue).sum(), struck.size()),
            "%,d sendings overtaken in the very moment"
                .formatted(runs.stream().mapToLong(SeedRun::overtaken).sum()),
            "digest %016x".formatted(runs.stream().mapToLong(SeedRun::digest).sum())));
  }
}
