package dev.kaitsu.server;

import dev.kaitsu.wiring.observe.CallLoad;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The calls this node made to a system since its start, and those it makes now. Times are ms. */
record CallFigures(MeterRegistry registry) {

  Map<String, Object> of(String timerName, CallLoad load) {
    Collection<Timer> timers = registry.find(timerName).timers();
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
    metrics.put("queueSize", load.waiting());
    metrics.put("pendingRequests", load.underWay());
    metrics.put("averageWaitTime", load.averageWaitMillis());
    metrics.put("averageExecutionTime", total == 0 ? 0 : Math.round(millis / total));
    return metrics;
  }
}
