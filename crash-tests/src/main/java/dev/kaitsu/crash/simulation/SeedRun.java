package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.report.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of one seed.
 *
 * @param struck how often each kind of fault struck
 * @param overtaken how often a node was taken over between the ledger's word and its sending
 * @param digest equal for equal runs
 * @param trace all that happened, if it was asked for
 */
record SeedRun(
    long seed,
    int orders,
    Map<Fault, Integer> struck,
    List<Violation> violations,
    long overtaken,
    long digest,
    List<String> trace) {
  private static final int FEWEST_ORDERS = 20;
  private static final int MOST_ORDERS = 100;

  static SeedRun of(long seed, boolean withTrace) {
    var luck = new Luck(seed);
    var trace = new Trace(withTrace);
    int orders = luck.between(FEWEST_ORDERS, MOST_ORDERS);
    var world = new World(luck, trace);
    world.run(orders);
    var struck = luck.struck();
    return new SeedRun(
        seed,
        orders,
        struck,
        violations(seed, world, struck),
        world.overtaken(),
        trace.digest(),
        trace.lines());
  }

  private static List<Violation> violations(long seed, World world, Map<Fault, Integer> struck) {
    var violations = new ArrayList<Violation>();
    for (var breach : world.audit().breaches()) {
      var details = new ArrayList<String>();
      details.add("faults: " + sorted(struck));
      details.addAll(world.describe(breach.order()));
      violations.add(
          new Violation(
              "seed %d, order %s: %s".formatted(seed, breach.order(), breach.what()), details));
    }
    return violations;
  }

  private static String sorted(Map<Fault, Integer> struck) {
    return struck.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " x" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
