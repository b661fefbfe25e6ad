package dev.kaitsu.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One order at a time while the others take their time, as they do in the real world. */
final class FixedLatencies implements Part {
  private static final int ORDERS = 100;
  private static final int READ_MS = 50;
  private static final int WRITE_MS = 80;
  private static final int WHMCS_MS = 120;

  /** Read, payment method beside the look, AddOrder, AcceptOrder, write. */
  private static final int SERIAL_MINIMUM_MS = READ_MS + 3 * WHMCS_MS + WRITE_MS;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String method() {
    return """
        %d orders, one at a time; Salesforce reads take %d ms and writes %d ms, WHMCS takes %d ms. \
        The serial minimum is read, payment method beside look, AddOrder, AcceptOrder, write: %d ms. \
        The figures are approve → Activated beyond it. The emulators sleep before they act, so what \
        they take themselves counts as ours."""
        .formatted(ORDERS, READ_MS, WRITE_MS, WHMCS_MS, SERIAL_MINIMUM_MS);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    var control = bench.control();
    var beyond = new ArrayList<Double>();
    var server = bench.warmServer();
    double remoteMillis;
    try {
      control.latency("salesforce", "query", READ_MS);
      control.latency("salesforce", "composite", WRITE_MS);
      control.latency("salesforce", "sobject.update", WRITE_MS);
      control.latency("salesforce", "collections.update", WRITE_MS);
      control.latency("whmcs", "*", WHMCS_MS);
      var before = server.metrics();
      for (String order : control.orders(ORDERS)) {
        beyond.add(bench.burst(List.of(order)).get(0).millisToEnd() - SERIAL_MINIMUM_MS);
      }
      remoteMillis = RemoteTime.ofAnOrder(before, server.metrics());
    } finally {
      control.noLatency();
    }
    var samples = new Samples(beyond);
    return List.of(
        Figure.of("serial minimum at fixed latencies", SERIAL_MINIMUM_MS, "ms"),
        Figure.of("the same calls as the server timed them, mean", remoteMillis, "ms"),
        Figure.of("beyond the serial minimum, p50", samples.median(), "ms", Budget.atMost(30, 15)),
        Figure.of(
            "beyond the serial minimum, p99", samples.percentile(99), "ms", Budget.atMost(30, 15)));
  }
}
