package dev.kaitsu.benchmark;

import dev.kaitsu.process.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many orders approved in one go. */
final class Burst implements Part {
  private static final int ORDERS = 500;
  private static final int RUNS = 5;
  private static final double MICROS = 1e6;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String method() {
    return """
        %d orders approved one right after the other, remotes at zero latency, median of %d runs: \
        orders a second from the first approval to the last Activated, and the \
        processor time that each process used meanwhile."""
        .formatted(ORDERS, RUNS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var rates = new ArrayList<Double>();
    var used = new ArrayList<ProcessorTime>();
    var server = bench.warmServer();
    for (int i = 0; i < RUNS; i++) {
      var orders = bench.control().orders(ORDERS);
      var before = bench.processorTime(server);
      rates.add(rate(bench.burst(orders)));
      used.add(bench.processorTime(server).since(before));
    }
    return List.of(
        Figure.of(
            "burst of 500 orders",
            new Samples(rates).median(),
            "orders/s",
            Budget.atLeast(200, 400)),
        perOrder("server", used, ProcessorTime::server),
        perOrder("PostgreSQL and Redis", used, ProcessorTime::stores),
        perOrder("sandbox", used, ProcessorTime::sandbox));
  }

  private static Figure perOrder(
      String process, List<ProcessorTime> used, Function<ProcessorTime, Duration> part) {
    var millis = used.stream().map(time -> part.apply(time).toNanos() / NANOS_PER_MILLI / ORDERS);
    return Figure.of(
        "processor time per order, " + process, new Samples(millis.toList()).median(), "ms");
  }

  static double rate(List<Way> ways) {
    long first = ways.stream().mapToLong(Way::approvedAt).min().orElseThrow();
    long last = ways.stream().mapToLong(Way::endedAt).max().orElseThrow();
    return ways.size() * MICROS / (last - first);
  }
}
