package dev.kaitsu.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Many orders approved in one go. */
final class Burst implements Part {
  private static final int ORDERS = 500;
  private static final int RUNS = 5;
  private static final double MICROS = 1e6;

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String method() {
    return """
        %d orders approved one right after the other, remotes at zero latency, median of %d runs: \
        orders a second from the first approval to the last Activated."""
        .formatted(ORDERS, RUNS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var rates = new ArrayList<Double>();
    try (var server = bench.warmServer("burst")) {
      for (int i = 0; i < RUNS; i++) {
        rates.add(rate(bench.burst(bench.control().orders(ORDERS))));
      }
      server.awaitStreams();
    }
    return List.of(
        Figure.of(
            "burst of 500 orders",
            new Samples(rates).median(),
            "orders/s",
            Budget.atLeast(200, 400)));
  }

  private static double rate(List<Way> ways) {
    long first = ways.stream().mapToLong(Way::approvedAt).min().orElseThrow();
    long last = ways.stream().mapToLong(Way::endedAt).max().orElseThrow();
    return ways.size() * MICROS / (last - first);
  }
}
