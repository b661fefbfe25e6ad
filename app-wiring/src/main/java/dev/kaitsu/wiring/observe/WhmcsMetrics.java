package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.model.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Times requests to WHMCS by action, and counts failures by code. */
final class WhmcsMetrics implements WhmcsCallListener {
  private static final String ERRORS = "kaitsu.whmcs.errors";
  private static final List<String> ACTIONS =
      List.of(
          "AddOrder",
          "AcceptOrder",
          "GetOrders",
          "GetClientsProducts",
          "GetPayMethods",
          "GetProducts",
          "WhmcsDetails");

  private final MeterRegistry registry;
  private final RequestTimers timers;
  private final CallLoad load;

  WhmcsMetrics(MeterRegistry registry, CallLoad load) {
    this.registry = registry;
    this.timers =
        new RequestTimers(
            registry, "kaitsu.whmcs.requests", "action", ACTIONS, List.of("ok", "failed"));
    this.load = load;
    for (FailureCode code : FailureCode.values()) {
      registry.counter(ERRORS, "code", code.code());
    }
  }

  @Override
  public void queued() {
    load.queued();
  }

  @Override
  public void dequeued(Duration waited) {
    load.dequeued(waited);
  }

  @Override
  public void sent() {
    load.sent();
  }

  @Override
  public void called(String action, Duration took, Optional<FailureCode> failure) {
    load.answered();
    timers.record(action, failure.isEmpty() ? "ok" : "failed", took);
    failure.ifPresent(code -> registry.counter(ERRORS, "code", code.code()).increment());
  }
}
