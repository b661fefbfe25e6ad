package dev.kaitsu.adapter.salesforce;

import java.time.Duration;

/** Times one call for whoever watches calls. */
record Stopwatch(String operation, SalesforceCalls calls, long startedAt) {

  static Stopwatch start(String operation, SalesforceCalls calls) {
    calls.sent();
    return new Stopwatch(operation, calls, System.nanoTime());
  }

  void stop(SalesforceCalls.Outcome outcome) {
    calls.called(operation, Duration.ofNanos(System.nanoTime() - startedAt), outcome);
  }
}
