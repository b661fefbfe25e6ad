package dev.kaitsu.benchmark;

import dev.kaitsu.process.ServerProcess;
import dev.kaitsu.process.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Orders as they come over a day, at a rate far above any day's. */
final class SteadyArrivals implements Part {
  private static final int RATE = 100;
  private static final int ORDERS = 1000;
  private static final int RUNS = 3;

  private final Arrivals arrivals = new Arrivals(RATE, new Random(7));

  @Override
  public String name() {
    return "steady";
  }

  @Override
  public String method() {
    return """
        %d orders a run, Poisson arrivals at %d/s, remotes at zero latency, median of %d runs. \
        *Approve → Activated* runs from the commit of the approval to the commit of the write that \
        says Activated, both by the sandbox's clock. *Own time* is that, less the mean time of the \
        remote calls on its way as the server's own metrics have it (read, the longest of payment \
        method and look, AddOrder, AcceptOrder, write). *Event received → job started* is measured \
        longer than it is: from the commit of the approval, before its events are published, to the \
        arrival of the job's first read at Salesforce."""
        .formatted(ORDERS, RATE, RUNS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var runs = new ArrayList<Run>();
    var server = bench.warmServer();
    run(bench, server);
    for (int i = 0; i < RUNS; i++) {
      runs.add(run(bench, server));
    }
    return List.of(
        Figure.of("own time per order at 100/s, p50", own(runs, 50), "ms", Budget.atMost(10, 5)),
        Figure.of("own time per order at 100/s, p99", own(runs, 99), "ms", Budget.atMost(40, 20)),
        Figure.of("approve → Activated at 100/s, p50", whole(runs, 50), "ms"),
        Figure.of("approve → Activated at 100/s, p99", whole(runs, 99), "ms"),
        Figure.of(
            "remote calls on its way, mean", median(runs.stream().map(Run::remoteMillis)), "ms"),
        Figure.of("event received → job started, p50", started(runs, 50), "ms"),
        Figure.of(
            "event received → job started, p99", started(runs, 99), "ms", Budget.atMost(100, 30)));
  }

  /** One run: its ways, and what the remote calls of an order took on average. */
  private record Run(Samples whole, Samples started, double remoteMillis) {}

  private Run run(Bench bench, ServerProcess server) throws IOException, InterruptedException {
    var orders = bench.control().orders(ORDERS);
    bench.control().forgetTimes();
    var before = server.metrics();
    arrivals.approve(bench.control(), orders);
    var ways = bench.activated(orders.size());
    return new Run(
        new Samples(ways.stream().map(Way::millisToEnd).toList()),
        new Samples(ways.stream().map(Way::millisToRead).toList()),
        RemoteTime.ofAnOrder(before, server.metrics()));
  }

  private static double own(List<Run> runs, double percent) {
    return median(runs.stream().map(run -> run.whole().percentile(percent) - run.remoteMillis()));
  }

  private static double whole(List<Run> runs, double percent) {
    return median(runs.stream().map(run -> run.whole().percentile(percent)));
  }

  private static double started(List<Run> runs, double percent) {
    return median(runs.stream().map(run -> run.started().percentile(percent)));
  }

  private static double median(Stream<Double> values) {
    return new Samples(values.toList()).median();
  }
}
