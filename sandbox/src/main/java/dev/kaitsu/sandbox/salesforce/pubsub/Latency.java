package dev.kaitsu.sandbox.salesforce.pubsub;

import dev.kaitsu.sandbox.fault.Faults;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Delays calls as scripted, without holding a thread. */
final class Latency {
  private final Faults faults;

  Latency(Faults faults) {
    this.faults = faults;
  }

  void before(String operation, Runnable action) {
    var latency = faults.latencyOf(operation);
    if (latency.isZero()) {
      action.run();
    } else {
      CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS).execute(action);
    }
  }
}
