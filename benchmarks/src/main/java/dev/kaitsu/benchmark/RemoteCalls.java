package dev.kaitsu.benchmark;

import dev.kaitsu.process.Patience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often the others are called for one order. */
final class RemoteCalls implements Part {
  private static final int ALONE = 20;
  private static final int TOGETHER = 200;

  // What is left to do after Activated: the lines are verified.
  private static final long QUIET_MS = 500;

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public String method() {
    return """
        Counted by the emulators. Alone: %d orders one after the other, each finished before the \
        next. Burst: %d at once. Logins are no API calls. An approval comes as two events; the one \
        that comes once the order is being worked on costs a second look, and with it a read. A \
        sweep that falls into it is counted."""
        .formatted(ALONE, TOGETHER);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    bench.warmServer();
    quiet(bench);
    var alone = bench.control().orders(ALONE);
    var before = bench.control().calls();
    for (String order : alone) {
      bench.burst(List.of(order));
    }
    figures.addAll(figures("alone", ALONE, before, quiet(bench), Budget.atMost(2, 2)));

    var many = bench.control().orders(TOGETHER);
    before = bench.control().calls();
    bench.burst(many);
    figures.addAll(figures("in a burst", TOGETHER, before, quiet(bench), Budget.atMost(0.5, 0.2)));
    return figures;
  }

  /** Waits until nobody calls any more, and answers the calls so far. */
  private static Map<String, Integer> quiet(Bench bench) throws IOException, InterruptedException {
    var latest = new ArrayList<>(List.of(bench.control().calls()));
    Patience.until(
        "the calls have ended",
        QUIET_MS,
        () -> latest.set(0, bench.control().calls()).equals(latest.get(0)));
    return latest.get(0);
  }

  private static List<Figure> figures(
      String company,
      int orders,
      Map<String, Integer> before,
      Map<String, Integer> after,
      Budget budget) {
    var perOrder = new TreeMap<String, Double>();
    after.forEach(
        (call, count) -> {
          int made = count - before.getOrDefault(call, 0);
          if (made > 0 && !call.equals("salesforce token")) {
            perOrder.put(call, (double) made / orders);
          }
        });
    var figures = new ArrayList<Figure>();
    double salesforce =
        perOrder.entrySet().stream()
            .filter(call -> call.getKey().startsWith("salesforce"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    figures.add(
        Figure.of("Salesforce API calls per order, " + company, salesforce, "calls", budget));
    perOrder.forEach(
        (call, count) -> figures.add(Figure.of(call + " per order, " + company, count, "calls")));
    return figures;
  }
}
