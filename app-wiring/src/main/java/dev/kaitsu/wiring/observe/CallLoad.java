package dev.kaitsu.wiring.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How busy this node keeps one outside system: who waits to call it, and who calls. */
public final class CallLoad {
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Timer waits;

  CallLoad(MeterRegistry registry, String system) {
    this.waits =
        Timer.builder("kaitsu.calls.wait")
            .description("How long callers waited for a slot or for their turn")
            .tag("system", system)
            .register(registry);
    Gauge.builder("kaitsu.calls.waiting", waiting, AtomicInteger::get)
        .description("Callers that wait for a slot or for their turn")
        .tag("system", system)
        .register(registry);
    Gauge.builder("kaitsu.calls.under.way", underWay, AtomicInteger::get)
        .description("Requests sent and not yet answered")
        .tag("system", system)
        .register(registry);
  }

  public int waiting() {
    return waiting.get();
  }

  public int underWay() {
    return underWay.get();
  }

  /** The average wait of all callers so far, those who did not have to wait included. */
  public long averageWaitMillis() {
    return Math.round(waits.mean(TimeUnit.MILLISECONDS));
  }

  void queued() {
    waiting.incrementAndGet();
  }

  void dequeued(Duration waited) {
    waiting.decrementAndGet();
    waits.record(waited);
  }

  void sent() {
    underWay.incrementAndGet();
  }

  void answered() {
    underWay.decrementAndGet();
  }
}
