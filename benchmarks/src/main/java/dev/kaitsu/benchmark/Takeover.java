package dev.kaitsu.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node dies by SIGKILL while it works on orders; the other node goes on with them. */
final class Takeover implements Part {
  private static final int TRIALS = 3;
  private static final int ORDERS = 24;
  private static final int HOLD_MS = 2000;
  private static final double MICROS = 1e6;

  @Override
  public String name() {
    return "takeover";
  }

  @Override
  public String method() {
    return """
        Two nodes, %d orders held at GetPayMethods by a slow WHMCS; one node is killed by SIGKILL, \
        WHMCS is quick again: seconds from the kill to the last Activated, which is an order of the \
        dead node. The worst of %d trials."""
        .formatted(ORDERS, TRIALS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < TRIALS; i++) {
      seconds.add(trial(bench));
    }
    var samples = new Samples(seconds);
    return List.of(
        Figure.of("takeover after SIGKILL, worst", samples.most(), "s", Budget.atMost(20, 12)),
        Figure.of("takeover after SIGKILL, median", samples.median(), "s"));
  }

  private static double trial(Bench bench) throws IOException, InterruptedException {
    var control = bench.control();
    try (var survivor = bench.server("survivor");
        var victim = bench.server("victim")) {
      bench.burst(control.orders(ORDERS));
      var orders = control.orders(ORDERS);
      control.forgetTimes();
      control.latency("whmcs", "GetPayMethods", HOLD_MS);
      control.approve(orders);
      TimeUnit.MILLISECONDS.sleep(HOLD_MS / 2);
      victim.kill();
      var killedAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
      control.noLatency();
      double took =
          bench.activated(ORDERS).stream()
              .mapToDouble(way -> (way.endedAt() - killedAt) / MICROS)
              .max()
              .orElseThrow();
      if (took < 2.0 * HOLD_MS / 1000) {
        throw new IllegalStateException("the node that was killed had no order; run it again");
      }
      survivor.awaitStreams();
      return took;
    }
  }
}
