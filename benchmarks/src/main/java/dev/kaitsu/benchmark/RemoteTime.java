package dev.kaitsu.benchmark;

import dev.kaitsu.process.MetricsPage;
import java.util.stream.DoubleStream;

/** What the remote calls on an order's way take, as the server's metrics have it. */
final class RemoteTime {
  private static final String SALESFORCE = "kaitsu_salesforce_requests";
  private static final String WHMCS = "kaitsu_whmcs_requests";

  private RemoteTime() {}

  /** Mean milliseconds an order waits for others, between two looks at the metrics. */
  static double ofAnOrder(MetricsPage before, MetricsPage after) {
    double sideBySide =
        DoubleStream.of(
                whmcs(before, after, "GetPayMethods"),
                whmcs(before, after, "GetOrders"),
                whmcs(before, after, "GetClientsProducts"))
            .max()
            .orElseThrow();
    return salesforce(before, after, "find")
        + sideBySide
        + whmcs(before, after, "AddOrder")
        + whmcs(before, after, "AcceptOrder")
        + salesforce(before, after, "write");
  }

  private static double whmcs(MetricsPage before, MetricsPage after, String action) {
    return after.meanMillisSince(before, WHMCS, "action=\"%s\"".formatted(action));
  }

  private static double salesforce(MetricsPage before, MetricsPage after, String operation) {
    return after.meanMillisSince(before, SALESFORCE, "operation=\"%s\"".formatted(operation));
  }
}
