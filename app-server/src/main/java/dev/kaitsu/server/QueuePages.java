package dev.kaitsu.server;

import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.wiring.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the queue pages say: orders that wait, and the calls made to the systems around. */
final class QueuePages {
  private static final String WHMCS = "whmcs";
  private static final String SALESFORCE = "salesforce";

  private final Node node;
  private final CallFigures calls;

  QueuePages(Node node) {
    this.node = node;
    this.calls = new CallFigures(node.metrics());
  }

  /** All of it on one page. */
  Map<String, Object> summary() {
    var page = stamped();
    page.put("provisioning", provisioning());
    page.put(WHMCS, whmcsPart());
    page.put(SALESFORCE, salesforcePart());
    return page;
  }

  Map<String, Object> whmcs() {
    var page = stamped();
    page.putAll(whmcsPart());
    return page;
  }

  Map<String, Object> salesforce() {
    var page = stamped();
    page.putAll(salesforcePart());
    return page;
  }

  private Map<String, Object> stamped() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("timestamp", node.clock().instant().toString());
    return page;
  }

  private Map<String, Object> provisioning() {
    return node.cluster()
        .queue()
        .map(
            queue -> {
              var health =
                  queue.held() == 0
                      ? SystemHealth.OK
                      : SystemHealth.degraded(
                          "%d orders wait for a system that is down".formatted(queue.held()));
              var part = health.part();
              part.put("due", queue.due());
              part.put("working", queue.working());
              part.put("later", queue.later());
              part.put("held", queue.held());
              part.put("longestWaitSeconds", queue.longestWait().toSeconds());
              return part;
            })
        .orElseGet(() -> SystemHealth.down("the database has not told how many wait").part());
  }

  private Map<String, Object> whmcsPart() {
    var part = SystemHealth.of(node, WHMCS).part();
    part.put("metrics", calls.of("kaitsu.whmcs.requests", node.whmcsLoad()));
    return part;
  }

  private Map<String, Object> salesforcePart() {
    var asked = SystemHealth.of(node, SALESFORCE);
    var health =
        asked.isOk() && node.cluster().savesCalls()
            ? SystemHealth.degraded("few daily calls are left: sweeps are mostly left out")
            : asked;
    var part = health.part();
    part.put("metrics", calls.of("kaitsu.salesforce.requests", node.salesforceLoad()));
    node.cluster().dailyCalls().ifPresent(daily -> part.put("dailyUsage", usage(daily)));
    part.put("limits", limits());
    return part;
  }

  private static Map<String, Object> usage(ApiLimit daily) {
    Map<String, Object> usage = new LinkedHashMap<>();
    usage.put("used", daily.most() - daily.remaining());
    usage.put("limit", daily.most());
    return usage;
  }

  private Object limits() {
    Map<String, Object> limits = new LinkedHashMap<>();
    for (ApiLimit limit : node.cluster().limits()) {
      limits.put(limit.name(), Map.of("most", limit.most(), "remaining", limit.remaining()));
    }
    return limits.isEmpty()
        ? "not told within the last hour; needs the permission View Setup and Configuration"
        : limits;
  }
}
