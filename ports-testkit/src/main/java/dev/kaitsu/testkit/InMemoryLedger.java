package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.LinkedElsewhereException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger in memory, over a store that it may share with an inbox. */
public final class InMemoryLedger implements Ledger {
  /** After this long a client's turn ends by itself. */
  public static final Duration TURN_LIMIT = Duration.ofMinutes(2);

  private record Turn(OrderId order, Instant until) {}

  private final InMemoryStore store;
  private final Map<Object, OrderId> links = new HashMap<>();
  private final Map<BillingClientId, Turn> turns = new HashMap<>();

  public InMemoryLedger(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public OrderHistory recall(OrderId order) {
    return store.read(() -> new OrderHistory(order, store.entriesOf(order), store.now()));
  }

  @Override
  public void record(Claim claim, List<LedgerFact> facts) {
    store.write(() -> add(claim, facts));
  }

  @Override
  public boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts) {
    if (facts.isEmpty() || !(facts.get(facts.size() - 1) instanceof LedgerFact.CreationSent)) {
      throw new IllegalArgumentException("the last fact is not that a creation is sent: " + facts);
    }
    return store.write(() -> takeTurn(claim, client) && add(claim, facts));
  }

  @Override
  public boolean recordActivating(Claim claim, List<LedgerFact> facts) {
    var sim = activated(facts);
    return store.write(
        () -> {
          store.known(claim.order()).check(claim);
          boolean free =
              subjects(sim)
                  .allMatch(each -> claim.order().equals(links.getOrDefault(each, claim.order())));
          if (free) {
            subjects(sim).forEach(each -> links.put(each, claim.order()));
          }
          return free && add(claim, facts);
        });
  }

  private static SimIdentity activated(List<LedgerFact> facts) {
    var last = facts.isEmpty() ? null : facts.get(facts.size() - 1);
    if (last instanceof LedgerFact.SimCallSent sent) {
      return sent.sim();
    }
    if (last instanceof LedgerFact.SimCallDone done) {
      return done.sim();
    }
    throw new IllegalArgumentException("the last fact is not about a SIM call: " + facts);
  }

  private static Stream<Object> subjects(SimIdentity sim) {
    return Stream.concat(Stream.of(sim.line()), sim.productNumber().stream());
  }

  @Override
  public boolean attest(OrderId order, LedgerFact.SimAttested statement, long lastSeen) {
    return store.write(
        () -> {
          var entries = store.entriesOf(order);
          long newest = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
          if (newest != lastSeen || store.find(order).isEmpty()) {
            return false;
          }
          store.known(order).state(statement, store.now());
          freeLines(order, List.of(statement));
          return true;
        });
  }

  @Override
  public void confirm(Claim claim) {
    store.read(
        () -> {
          store.known(claim.order()).check(claim);
          return claim;
        });
  }

  @Override
  public boolean state(OrderId order, LedgerFact.Disowned statement) {
    return store.write(
        () -> {
          store.find(order).ifPresent(known -> known.state(statement, store.now()));
          return store.find(order).isPresent();
        });
  }

  @Override
  public Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed) {
    return store.read(
        () ->
            billed.stream()
                .filter(each -> isLinkedToAnother(order, each))
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Optional<OrderProgress> progress(OrderId order) {
    return store.read(() -> store.find(order).map(StoredOrder::progress));
  }

  /** The facts of an order in their order, without a call. */
  public List<LedgerFact> factsOf(OrderId order) {
    return store.entriesOf(order).stream().map(LedgerEntry::fact).toList();
  }

  private boolean add(Claim claim, List<LedgerFact> facts) {
    var taken =
        facts.stream()
            .filter(LedgerFact.Billed.class::isInstance)
            .map(fact -> ((LedgerFact.Billed) fact).id())
            .filter(id -> isLinkedToAnother(claim.order(), id))
            .toList();
    store.known(claim.order()).check(claim);
    if (!taken.isEmpty()) {
      throw new LinkedElsewhereException(claim.order(), taken);
    }
    store.known(claim.order()).record(claim, facts, store.now());
    freeLines(claim.order(), facts);
    if (facts.stream().anyMatch(InMemoryLedger::endsTurn)) {
      turns.values().removeIf(turn -> turn.order().equals(claim.order()));
    }
    return true;
  }

  private void freeLines(OrderId order, List<LedgerFact> facts) {
    if (facts.stream().anyMatch(InMemoryLedger::freesLine)) {
      links.values().removeIf(order::equals);
    }
  }

  private static boolean freesLine(LedgerFact fact) {
    return (fact instanceof LedgerFact.SimCallRefused refused && refused.lineFree())
        || (fact instanceof LedgerFact.SimAttested attested && attested.lineFree());
  }

  private boolean takeTurn(Claim claim, BillingClientId client) {
    store.known(claim.order()).check(claim);
    var turn = turns.get(client);
    if (turn != null && !turn.order().equals(claim.order()) && store.now().isBefore(turn.until())) {
      return false;
    }
    turns.put(client, new Turn(claim.order(), store.now().plus(TURN_LIMIT)));
    return true;
  }

  private boolean isLinkedToAnother(OrderId order, BillingOrderId billed) {
    return store.orders().entrySet().stream()
        .anyMatch(entry -> !entry.getKey().equals(order) && entry.getValue().isLinkedTo(billed));
  }

  private static boolean endsTurn(LedgerFact fact) {
    return fact instanceof LedgerFact.Billed
        || fact instanceof LedgerFact.CreationRefused
        || fact instanceof LedgerFact.CreationUnanswered;
  }
}
