package dev.kaitsu.testkit;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Our own store in memory, with the engine's rules: one job per order, each claim fences the ones
 * before, a hint during work brings another look.
 */
public final class InMemoryStore {
  private enum Trouble {
    NONE,
    FAILS,
    LOSES_ANSWER
  }

  private final SettableClock clock;
  private final CrashPoints crashes;
  private final Map<OrderId, StoredOrder> orders =
      new TreeMap<>(Comparator.comparing(OrderId::value));
  private final StoredTopics topics = new StoredTopics();
  private final Map<String, StoredLease> leases = new HashMap<>();
  private Trouble next = Trouble.NONE;

  public InMemoryStore(SettableClock clock, CrashPoints crashes) {
    this.clock = clock;
    this.crashes = crashes;
  }

  /** The next call of the ledger or the inbox fails, and nothing of it is in place. */
  public synchronized void failsNext() {
    next = Trouble.FAILS;
  }

  /** The next call fails although it is in place: the connection broke during the commit. */
  public synchronized void losesTheNextAnswer() {
    next = Trouble.LOSES_ANSWER;
  }

  /** Begins work as the engine does; an order without a hint is hinted at first. */
  public synchronized Claim claim(OrderId order) {
    if (find(order).isEmpty()) {
      hint(Hint.of(order, HintSource.OPERATOR));
    }
    return known(order).claim();
  }

  /**
   * Ends work as the engine does.
   *
   * @throws dev.kaitsu.port.out.LostClaimException if there is a newer claim
   */
  public synchronized void complete(Claim claim, WorkOutcome outcome) {
    known(claim.order()).complete(claim, outcome, now());
  }

  /** Our store failed in the work: unless somebody took over, it is begun anew at that time. */
  public synchronized void giveBack(Claim claim, Instant at) {
    known(claim.order()).giveBack(claim, at);
  }

  /** The work died: unless somebody took over before, it is begun anew at that time. */
  public synchronized void takeOver(Claim claim, Instant at) {
    known(claim.order()).takeOver(claim, at);
  }

  /** The orders that have something left to do and no look planned; there should be none. */
  public synchronized List<OrderId> stranded() {
    return orders.entrySet().stream()
        .filter(entry -> entry.getValue().isStranded())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nobody has claimed the order since. */
  public synchronized boolean isNewest(Claim claim) {
    return find(claim.order()).filter(order -> order.isNewest(claim)).isPresent();
  }

  /** The order whose look is due first; among equals the one with the lowest id. */
  public synchronized Optional<OrderId> nextDue() {
    return orders.entrySet().stream()
        .filter(entry -> entry.getValue().due().isPresent())
        .min(Comparator.comparing(entry -> entry.getValue().due().orElseThrow()))
        .map(Map.Entry::getKey);
  }

  /** When the order is looked at next. */
  public synchronized Optional<Instant> dueAt(OrderId order) {
    return find(order).flatMap(StoredOrder::due);
  }

  synchronized <T> T read(Supplier<T> query) {
    var trouble = takeTrouble();
    if (trouble != Trouble.NONE) {
      throw away();
    }
    return query.get();
  }

  synchronized <T> T write(Supplier<T> transaction) {
    crashes.pass("before a durable write");
    var trouble = takeTrouble();
    if (trouble == Trouble.FAILS) {
      throw away();
    }
    T answer = transaction.get();
    crashes.pass("after a durable write");
    if (trouble == Trouble.LOSES_ANSWER) {
      throw away();
    }
    return answer;
  }

  synchronized void hint(Hint hint) {
    orders.computeIfAbsent(hint.order(), any -> new StoredOrder(hint)).hint(hint, now());
  }

  synchronized Optional<StoredOrder> find(OrderId order) {
    return Optional.ofNullable(orders.get(order));
  }

  synchronized StoredOrder known(OrderId order) {
    return find(order).orElseThrow(() -> new AssertionError("nobody hinted at order " + order));
  }

  StoredTopics topics() {
    return topics;
  }

  /** By topic; to be read and changed within a call of the store only. */
  Map<String, StoredLease> leases() {
    return leases;
  }

  synchronized Map<OrderId, StoredOrder> orders() {
    return Map.copyOf(orders);
  }

  synchronized List<LedgerEntry> entriesOf(OrderId order) {
    return find(order).map(StoredOrder::history).orElse(List.of());
  }

  Instant now() {
    return clock.instant();
  }

  private Trouble takeTrouble() {
    var taken = next;
    next = Trouble.NONE;
    return taken;
  }

  private static StoreException away() {
    return new StoreException(
        "the store does not answer (scripted)", new IOException("connection lost"));
  }
}
