package dev.kaitsu.benchmark;

import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Three days of events once more, for orders that are long done. */
final class Replay implements Part {
  private static final int ORDERS = 1000;
  private static final int TIMES = 100;
  private static final double NANOS = 1e9;
  private static final int HEAP_LIMIT = 256;
  private static final long LOOK_EVERY_MS = 200;
  private static final String REPEATED = "kaitsu_events_repeated_total";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String method() {
    return """
        %d settled orders are announced %d times more each. A server with a heap limit of %d MB then \
        starts with SF_EVENTS_REPLAY=ALL and reads everything the channels hold: seconds from its \
        readiness until it has taken the last of them. Before that, the same events are taken for \
        the first time, each a reason to look at its order, while they are published."""
        .formatted(ORDERS, TIMES, HEAP_LIMIT);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    double first;
    try (var server = bench.server("announced", Map.of(), "")) {
      var orders = bench.control().orders(ORDERS);
      bench.burst(orders);
      double before = hinted(server);
      long begun = System.nanoTime();
      for (String order : orders) {
        bench.control().announce(List.of(order), TIMES);
      }
      Patience.until(
          "the announcements are taken",
          LOOK_EVERY_MS,
          () -> hinted(server) - before >= ORDERS * TIMES);
      first = (System.nanoTime() - begun) / NANOS;
    }
    return replayed(bench, first);
  }

  private static List<Figure> replayed(Bench bench, double first)
      throws IOException, InterruptedException {
    int billedBefore = addOrders(bench);
    var all = Map.of("SF_EVENTS_REPLAY", "ALL");
    try (var server = bench.server("replay", all, "-Xmx%dm".formatted(HEAP_LIMIT))) {
      long begun = System.nanoTime();
      Patience.until(
          "the replay is done",
          LOOK_EVERY_MS,
          () -> server.metrics().sum(REPEATED) >= ORDERS * TIMES);
      double seconds = (System.nanoTime() - begun) / NANOS;
      server.collectGarbage();
      return List.of(
          Figure.of("100,000 events replayed", seconds, "s", Budget.atMost(120, 60)),
          Figure.of(
              "AddOrder calls by it",
              addOrders(bench) - billedBefore,
              "calls",
              Budget.atMost(0, 0)),
          Figure.of(
              "heap after it (limit 256 MB)",
              server.heapMegabytes(),
              "MB",
              Budget.atMost(HEAP_LIMIT, HEAP_LIMIT)),
          Figure.of("the same events taken for the first time", first, "s"));
    }
  }

  private static double hinted(ServerProcess server) throws IOException, InterruptedException {
    return server.metrics().sum("kaitsu_event_lag_seconds_count", "source=\"event\"");
  }

  private static int addOrders(Bench bench) throws InterruptedException {
    return bench.control().calls().getOrDefault("whmcs AddOrder", 0);
  }
}
