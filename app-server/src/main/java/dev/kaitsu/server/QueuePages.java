package dev.kaitsu.server;

import dev.kaitsu.wiring.Node;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the queue page says: orders that wait, and the calls made to the systems around. */
final class QueuePages {
  private final Node node;

  QueuePages(Node node) {
    this.node = node;
  }

  Map<String, Object> summary() {
    var queue = node.queue().status();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("timestamp", node.clock().instant().toString());
    Map<String, Object> provisioning = new LinkedHashMap<>();
    provisioning.put("due", queue.due());
    provisioning.put("working", queue.working());
    provisioning.put("later", queue.later());
    provisioning.put("longestWaitSeconds", queue.longestWait().toSeconds());
    page.put("provisioning", provisioning);
    page.put("whmcs", Map.of("metrics", calls("kaitsu.whmcs.requests")));
    Map<String, Object> salesforce = new LinkedHashMap<>();
    salesforce.put("metrics", calls("kaitsu.salesforce.requests"));
    node.salesforceUsage()
        .ifPresent(
            usage ->
                salesforce.put("dailyUsage", Map.of("used", usage.used(), "limit", usage.limit())));
    page.put("salesforce", salesforce);
    return page;
  }

  private Map<String, Object> calls(String timerName) {
    Collection<Timer> timers = node.metrics().find(timerName).timers();
    long total = timers.stream().mapToLong(Timer::count).sum();
    long completed =
        timers.stream()
            .filter(timer -> "ok".equals(timer.getId().getTag("outcome")))
            .mapToLong(Timer::count)
            .sum();
    double millis =
        timers.stream().mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS)).sum();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("totalRequests", total);
    metrics.put("completedRequests", completed);
    metrics.put("failedRequests", total - completed);
    metrics.put("averageExecutionTime", total == 0 ? 0 : Math.round(millis / total));
    return metrics;
  }
}
