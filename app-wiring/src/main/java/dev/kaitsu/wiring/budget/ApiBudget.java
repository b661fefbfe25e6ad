package dev.kaitsu.wiring.budget;

import dev.kaitsu.adapter.salesforce.ApiUsage;
import dev.kaitsu.adapter.salesforce.SalesforceLimits;
import dev.kaitsu.model.ApiLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of Salesforce's limits, as far as this node knows: the daily calls from each answer
 * that it gets, all of them from what any node was told when it asked.
 */
public final class ApiBudget {
  private static final Logger LOG = LoggerFactory.getLogger(ApiBudget.class);

  /** Calls of others count too: what was told longer ago is no longer true. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final Thresholds thresholds;
  private final InstantSource clock;
  private final Crossing reserve;
  private final Map<String, LimitWatch> watches = new ConcurrentHashMap<>();
  private volatile Optional<Told> daily = Optional.empty();

  /** The daily calls, and when they were told. */
  private record Told(ApiLimit limit, Instant at) {}

  public ApiBudget(Thresholds thresholds, InstantSource clock) {
    this.thresholds = thresholds;
    this.clock = clock;
    this.reserve = new Crossing(thresholds.reserve());
  }

  /** An answer told how many of the daily calls are used. */
  public void told(ApiUsage usage) {
    long left = Math.max(0, usage.limit() - usage.used());
    see(new ApiLimit(SalesforceLimits.DAILY_CALLS, usage.limit(), left));
  }

  /** Salesforce told its limits to this node or another. */
  public void told(List<ApiLimit> limits) {
    limits.forEach(this::see);
  }

  /** The daily calls; empty while nothing recent is known. */
  public Optional<ApiLimit> dailyCalls() {
    return daily.filter(told -> told.at().plus(GOOD_FOR).isAfter(clock.instant())).map(Told::limit);
  }

  /** Whether what is left is kept for orders. */
  public boolean isLow() {
    return reserve.isLow() && dailyCalls().isPresent();
  }

  private void see(ApiLimit limit) {
    watches.computeIfAbsent(limit.name(), name -> new LimitWatch(thresholds)).see(limit);
    if (limit.name().equals(SalesforceLimits.DAILY_CALLS) && limit.most() > 0) {
      daily = Optional.of(new Told(limit, clock.instant()));
      reserve.see(LimitWatch.percentLeft(limit)).ifPresent(event -> tell(event, limit));
    }
  }

  private static void tell(Crossing.Event event, ApiLimit daily) {
    if (event == Crossing.Event.FALLEN) {
      LOG.warn(
          "Salesforce's daily calls are kept for orders: {} of {} are left, so only each tenth"
              + " regular sweep and health check calls it",
          daily.remaining(),
          daily.most());
    } else {
      LOG.info("Salesforce's daily calls are above the reserve again: sweeps are regular");
    }
  }
}
