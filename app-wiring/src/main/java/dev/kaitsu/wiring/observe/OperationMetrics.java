package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.operation.OperationState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The operations on SIM lines, counted on all nodes together. */
public final class OperationMetrics {
  private static final double MILLIS = 1000.0;

  private OperationMetrics() {}

  /** Shows them at every scrape. */
  public static void register(MeterRegistry registry, Supplier<Optional<OperationCensus>> census) {
    for (var kind : OperationKind.values()) {
      for (var state : OperationState.values()) {
        Gauge.builder("kaitsu.sim.operations", () -> count(census.get(), kind, state))
            .description("Operations on SIM lines")
            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
    Gauge.builder("kaitsu.sim.oldest.seconds", () -> oldest(census.get()))
        .description("How long ago the oldest open operation might have begun")
        .register(registry);
  }

  private static double count(
      Optional<OperationCensus> census, OperationKind kind, OperationState state) {
    return census
        .map(
            all ->
                (double)
                    all.counts().stream()
                        .filter(each -> each.kind() == kind && each.state() == state)
                        .mapToLong(OperationCensus.Count::operations)
                        .sum())
        .orElse(Double.NaN);
  }

  private static double oldest(Optional<OperationCensus> census) {
    return census.map(all -> all.longestOverdue().toMillis() / MILLIS).orElse(Double.NaN);
  }
}
