package dev.kaitsu.wiring;

import dev.kaitsu.adapter.postgres.PostgresStore;
import dev.kaitsu.adapter.salesforce.SalesforceLimits;
import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.wiring.budget.ApiBudget;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What all nodes share, for pages and metrics: quick, and at most two seconds old. */
public final class ClusterView {
  private final LatestFigures<Figures> figures;
  private final ApiBudget budget;

  /** What the database tells, read in one go. */
  private record Figures(QueueStatus queue, List<ApiLimit> limits) {}

  ClusterView(PostgresStore store, ApiBudget budget, Executor beside, InstantSource clock) {
    var queue = store.queue();
    var limits = store.apiLimits();
    this.figures =
        new LatestFigures<>(() -> new Figures(queue.status(), limits.recent()), beside, clock);
    this.budget = budget;
  }

  /** The orders that wait for work on any node; empty while the database does not answer. */
  public Optional<QueueStatus> queue() {
    return figures.now().map(Figures::queue);
  }

  /** What Salesforce told any node about its limits within the last hour. */
  public List<ApiLimit> limits() {
    return figures.now().map(Figures::limits).orElse(List.of());
  }

  /**
   * Salesforce's daily calls, as its last answer to this node or the last told to any node said.
   */
  public Optional<ApiLimit> dailyCalls() {
    return budget
        .dailyCalls()
        .or(
            () ->
                limits().stream()
                    .filter(limit -> limit.name().equals(SalesforceLimits.DAILY_CALLS))
                    .findFirst());
  }

  /** Whether sweeps and health checks are mostly left out to save Salesforce's daily calls. */
  public boolean savesCalls() {
    return budget.isLow();
  }
}
