package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.freebit.FreebitCallListener;
import dev.kaitsu.model.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Times requests to Freebit by its name of the call, and counts failures by code. */
final class FreebitMetrics implements FreebitCallListener {
  private static final String ERRORS = "kaitsu.freebit.errors";
  private static final List<String> CALLS =
      List.of(
          "PA01-01", "PA02-01", "PA03-02", "PA04-04", "PA05-01", "PA05-05", "PA05-19", "PA05-21",
          "PA05-38", "PA05-41");

  private final MeterRegistry registry;
  private final RequestTimers timers;

  FreebitMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.timers =
        new RequestTimers(
            registry, "kaitsu.freebit.requests", "call", CALLS, List.of("ok", "failed"));
    for (FailureCode code : FailureCode.values()) {
      registry.counter(ERRORS, "code", code.code());
    }
  }

  @Override
  public void called(String call, Duration took, Optional<FailureCode> failure) {
    timers.record(call, failure.isEmpty() ? "ok" : "failed", took);
    failure.ifPresent(code -> registry.counter(ERRORS, "code", code.code()).increment());
  }
}
