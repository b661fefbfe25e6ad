package dev.kaitsu.benchmark;

import dev.kaitsu.process.ServerProcess;
import dev.kaitsu.process.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two servers on one database and one Redis share the work. */
final class TwoNodes implements Part {
  private static final int WARM_UP_ORDERS = 600;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int ORDERS = 500;
  private static final int RUNS = 3;
  private static final int STEADY_ORDERS = 500;
  private static final int STEADY_RATE = 50;
  private static final double PERCENT = 100;

  private final Arrivals arrivals = new Arrivals(STEADY_RATE, new Random(11));

  @Override
  public String name() {
    return "nodes";
  }

  @Override
  public String method() {
    return """
        Two servers on one PostgreSQL and one Redis, on the same cores, remotes at zero latency. \
        Burst: as above, %d orders, median of %d runs; the share is that of the node that activated \
        fewer of them. Event → start: %d orders, Poisson arrivals at %d/s, measured as under \
        *steady*, whichever node received the event and whichever started."""
        .formatted(ORDERS, RUNS, STEADY_ORDERS, STEADY_RATE);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    try (var one = bench.server("node-1");
        var two = bench.server("node-2")) {
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        bench.burst(bench.control().orders(WARM_UP_ORDERS));
      }
      var rates = new ArrayList<Double>();
      var shares = new ArrayList<Double>();
      for (int run = 0; run < RUNS; run++) {
        double beforeOfOne = activated(one);
        double beforeOfTwo = activated(two);
        rates.add(Burst.rate(bench.burst(bench.control().orders(ORDERS))));
        double smaller = Math.min(activated(one) - beforeOfOne, activated(two) - beforeOfTwo);
        shares.add(PERCENT * smaller / ORDERS);
      }
      var started = new Samples(steady(bench).stream().map(Way::millisToRead).toList());
      return List.of(
          Figure.of(
              "burst of 500 orders, two nodes",
              new Samples(rates).median(),
              "orders/s",
              Budget.atLeast(200, 400)),
          Figure.of("smaller share of the two nodes", new Samples(shares).median(), "%"),
          Figure.of("event received → job started, two nodes, p50", started.median(), "ms"),
          Figure.of(
              "event received → job started, two nodes, p99",
              started.percentile(99),
              "ms",
              Budget.atMost(100, 30)));
    }
  }

  private List<Way> steady(Bench bench) throws IOException, InterruptedException {
    var orders = bench.control().orders(STEADY_ORDERS);
    bench.control().forgetTimes();
    arrivals.approve(bench.control(), orders);
    return bench.activated(orders.size());
  }

  private static double activated(ServerProcess node) throws IOException, InterruptedException {
    return node.metrics().sum("kaitsu_attempts_total", "outcome=\"activated\"");
  }
}
