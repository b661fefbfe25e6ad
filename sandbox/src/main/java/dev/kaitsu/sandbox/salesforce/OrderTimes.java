package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.Change;
import dev.kaitsu.sandbox.salesforce.store.Commit;
import dev.kaitsu.sandbox.salesforce.store.CommitListener;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * When each order was approved, first asked for after that, and told to be Activated or Failed: all
 * by one clock, as the org sees it. Safe for use by many threads.
 */
public final class OrderTimes implements CommitListener {
  private static final String STATUS = "Activation_Status__c";
  private static final Set<String> ENDS = Set.of("Activated", "Failed");
  private static final Pattern ORDER_ID = Pattern.compile("'(801[A-Za-z0-9]{15})'");

  private final InstantSource clock;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  OrderTimes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The way of one order since its latest approval.
   *
   * @param readAt when the first query that names the order arrived
   * @param endedAt when the write that ended it took effect
   * @param outcome empty as long as it has not ended
   */
  public record Way(
      String orderId,
      Instant approvedAt,
      Optional<Instant> readAt,
      Optional<Instant> endedAt,
      Optional<String> outcome) {

    private Way read(Instant at) {
      return readAt.isPresent()
          ? this
          : new Way(orderId, approvedAt, Optional.of(at), endedAt, outcome);
    }

    private Way ended(Instant at, String how) {
      return new Way(orderId, approvedAt, readAt, Optional.of(at), Optional.of(how));
    }
  }

  /** All orders approved since the start or the last {@link #forget}, in that order. */
  public synchronized List<Way> all() {
    return List.copyOf(ways.values());
  }

  /** How many of them have not ended. */
  public synchronized long open() {
    return ways.values().stream().filter(way -> way.outcome().isEmpty()).count();
  }

  public synchronized void forget() {
    ways.clear();
  }

  @Override
  public void committed(Commit commit) {
    var now = clock.instant();
    for (var change : commit.changes()) {
      if (change.type().name().equals("Order") && change.changed(STATUS)) {
        status(change).ifPresent(status -> became(change.id(), status, now));
      }
    }
  }

  /** Notes the orders that a request asks for, as it arrives and before any latency. */
  void arrived(URI request) {
    var now = clock.instant();
    Optional.ofNullable(request.getQuery()).stream()
        .flatMap(query -> ORDER_ID.matcher(query).results())
        .forEach(id -> change(id.group(1), way -> way.read(now)));
  }

  private void became(String orderId, String status, Instant now) {
    if (status.equals("Activating")) {
      approved(orderId, now);
    } else if (ENDS.contains(status)) {
      change(orderId, way -> way.ended(now, status));
    }
  }

  private synchronized void approved(String orderId, Instant now) {
    ways.remove(orderId);
    ways.put(orderId, new Way(orderId, now, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private synchronized void change(String orderId, UnaryOperator<Way> change) {
    ways.computeIfPresent(orderId, (id, way) -> change.apply(way));
  }

  private static Optional<String> status(Change change) {
    return change.after().flatMap(row -> row.text(STATUS));
  }
}
