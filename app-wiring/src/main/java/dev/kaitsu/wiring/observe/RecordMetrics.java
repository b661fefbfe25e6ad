package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Counts what this node imports, and shows what all nodes have; what is not known is NaN. */
final class RecordMetrics implements RecordListener {
  private static final int MONTHS = 100;

  private final MeterRegistry registry;

  RecordMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (RecordKind kind : RecordKind.values()) {
      for (String outcome : List.of("imported", "unchanged", "missing", "failed")) {
        count("kaitsu.records.imports", kind, "outcome", outcome, 0);
      }
      count("kaitsu.records.rows", kind, "state", "good", 0);
      count("kaitsu.records.rows", kind, "state", "bad", 0);
      count("kaitsu.records.rows", kind, "state", "repeated", 0);
    }
  }

  @Override
  public void imported(ImportedMonth month, Duration took) {
    var kind = month.month().kind();
    outcome(kind, "imported");
    count("kaitsu.records.rows", kind, "state", "good", month.rows());
    count("kaitsu.records.rows", kind, "state", "bad", month.badRows());
    count("kaitsu.records.rows", kind, "state", "repeated", month.repeatedRows());
    Timer.builder("kaitsu.records.duration")
        .description("How long the import of a record file took")
        .tag("kind", kind.label())
        .register(registry)
        .record(took);
  }

  @Override
  public void unchanged(ImportedMonth month) {
    outcome(month.month().kind(), "unchanged");
  }

  @Override
  public void missing(RecordMonth month, String fileName) {
    outcome(month.kind(), "missing");
  }

  @Override
  public void failed(RecordMonth month, RecordFileException why) {
    outcome(month.kind(), "failed");
  }

  /** Shows the newest month and the gaps, at every scrape. */
  void watch(Supplier<Optional<RecordBooks>> books) {
    for (RecordKind kind : RecordKind.values()) {
      gauge(
          "kaitsu.records.newest",
          "The newest month imported, as 202609",
          kind,
          books,
          RecordMetrics::newest);
      gauge(
          "kaitsu.records.gaps",
          "Months that are due and not there",
          kind,
          books,
          RecordMetrics::gaps);
    }
  }

  private interface Figure {
    double of(RecordBooks books, RecordKind kind);
  }

  private void gauge(
      String name,
      String description,
      RecordKind kind,
      Supplier<Optional<RecordBooks>> books,
      Figure figure) {
    ToDoubleFunction<Supplier<Optional<RecordBooks>>> value =
        source -> source.get().map(each -> figure.of(each, kind)).orElse(Double.NaN);
    Gauge.builder(name, books, value)
        .description(description)
        .tag("kind", kind.label())
        .strongReference(true)
        .register(registry);
  }

  private static double newest(RecordBooks books, RecordKind kind) {
    return books.imported().stream()
        .filter(each -> each.month().kind() == kind)
        .map(each -> each.month().month())
        .max(Comparator.naturalOrder())
        .map(RecordMetrics::number)
        .orElse(0.0);
  }

  private static double number(YearMonth month) {
    return (double) month.getYear() * MONTHS + month.getMonthValue();
  }

  private static double gaps(RecordBooks books, RecordKind kind) {
    return books.gaps().stream().filter(gap -> gap.month().kind() == kind).count();
  }

  private void outcome(RecordKind kind, String outcome) {
    count("kaitsu.records.imports", kind, "outcome", outcome, 1);
  }

  private void count(String name, RecordKind kind, String tag, String value, long by) {
    registry.counter(name, "kind", kind.label(), tag, value).increment((double) by);
  }
}
