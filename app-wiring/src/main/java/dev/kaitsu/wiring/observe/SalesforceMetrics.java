package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.salesforce.ApiUsage;
import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Times calls to Salesforce, and passes on what they tell. */
final class SalesforceMetrics implements SalesforceCalls {
  private static final List<String> OPERATIONS =
      List.of("login", "find", "sweep", "write", "clear_error", "probe", "limits");

  private final RequestTimers timers;
  private final CallLoad load;
  private final Consumer<ApiUsage> usage;
  private final Consumer<Boolean> lost;

  SalesforceMetrics(
      MeterRegistry registry, CallLoad load, Consumer<ApiUsage> usage, Consumer<Boolean> lost) {
    var outcomes = Stream.of(Outcome.values()).map(SalesforceMetrics::label).toList();
    this.timers =
        new RequestTimers(
            registry, "kaitsu.salesforce.requests", "operation", OPERATIONS, outcomes);
    this.load = load;
    this.usage = usage;
    this.lost = lost;
  }

  private static String label(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
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
  public void called(String operation, Duration took, Outcome outcome) {
    load.answered();
    timers.record(operation, label(outcome), took);
    if (!operation.equals("probe")) {
      lost.accept(outcome == Outcome.LOST);
    }
  }

  @Override
  public void told(ApiUsage used) {
    usage.accept(used);
  }
}
