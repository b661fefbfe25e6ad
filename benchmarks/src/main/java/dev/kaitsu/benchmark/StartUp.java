package dev.kaitsu.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that starts, and then has nothing to do. */
final class StartUp implements Part {
  private static final int RUNS = 5;
  private static final long IDLE_SECONDS = 10;
  private static final double MILLIS = 1000.0;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String method() {
    return """
        Median of %d starts against a database whose tables are there. Ready: from the start of the \
        process until /health/ready answers 200. Memory: resident, %d s after the subscriptions are \
        live, nothing done yet."""
        .formatted(RUNS, IDLE_SECONDS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var ready = new ArrayList<Double>();
    var resident = new ArrayList<Double>();
    bench.server("first").close();
    for (int i = 0; i < RUNS; i++) {
      try (var server = bench.server("start")) {
        ready.add(server.untilReady().toMillis() / MILLIS);
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        resident.add(server.residentMegabytes());
      }
    }
    return List.of(
        Figure.of("server start to ready", new Samples(ready).median(), "s", Budget.atMost(4, 2.5)),
        Figure.of("idle memory", new Samples(resident).median(), "MB", Budget.atMost(400, 250)));
  }
}
