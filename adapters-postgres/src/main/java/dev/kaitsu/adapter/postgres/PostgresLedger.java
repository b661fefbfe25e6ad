package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.port.out.Ledger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The ledger: each write carries its claim's epoch in the same statement. */
final class PostgresLedger implements Ledger {
  private final Database database;
  private final Duration turnLimit;

  PostgresLedger(Database database, Duration turnLimit) {
    this.database = database;
    this.turnLimit = turnLimit;
  }

  @Override
  public OrderHistory recall(OrderId order) {
    return database.with(handle -> History.of(handle, order));
  }

  @Override
  public void record(Claim claim, List<LedgerFact> facts) {
    if (facts.stream().anyMatch(PostgresLedger::hasEffects)) {
      database.inTransaction(handle -> recordWithEffects(handle, claim, facts));
    } else {
      database.with(
          handle -> {
            FencedFacts.add(handle, claim, facts);
            return true;
          });
    }
  }

  @Override
  public boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts) {
    if (facts.isEmpty() || !(facts.get(facts.size() - 1) instanceof LedgerFact.CreationSent)) {
      throw new IllegalArgumentException(
          "the last fact for order %s is not that a creation is sent".formatted(claim.order()));
    }
    return database.inTransaction(
        handle -> {
          FencedFacts.add(handle, claim, facts);
          if (ClientTurns.take(handle, claim, client, turnLimit)) {
            return true;
          }
          handle.rollback();
          return false;
        });
  }

  @Override
  public boolean recordActivating(Claim claim, List<LedgerFact> facts) {
    var sim =
        facts.stream()
            .reduce((before, last) -> last)
            .flatMap(SimLinks::activatedBy)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the last fact for order %s is not about a SIM call"
                            .formatted(claim.order())));
    return database.inTransaction(
        handle -> {
          FencedFacts.add(handle, claim, facts);
          if (SimLinks.link(handle, sim, claim.order())) {
            return true;
          }
          handle.rollback();
          return false;
        });
  }

  @Override
  public void confirm(Claim claim) {
    database.with(
        handle -> {
          FencedFacts.confirm(handle, claim);
          return true;
        });
  }

  @Override
  public boolean state(OrderId order, LedgerFact.Disowned statement) {
    return database.with(handle -> Statements.add(handle, order, statement, Optional.empty()));
  }

  @Override
  public boolean attest(OrderId order, LedgerFact.SimAttested statement, long lastSeen) {
    return database.inTransaction(
        handle -> {
          boolean added = Statements.add(handle, order, statement, Optional.of(lastSeen));
          if (added && SimLinks.freedBy(statement)) {
            SimLinks.free(handle, order);
          }
          return added;
        });
  }

  @Override
  public Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed) {
    return billed.isEmpty()
        ? Set.of()
        : database.with(handle -> BillingLinks.linkedToOthers(handle, order, billed));
  }

  @Override
  public Optional<OrderProgress> progress(OrderId order) {
    return database.with(handle -> Progress.of(handle, order));
  }

  private static boolean hasEffects(LedgerFact fact) {
    return BillingLinks.concern(fact) || ClientTurns.endWith(fact) || SimLinks.freedBy(fact);
  }

  private static boolean recordWithEffects(Handle handle, Claim claim, List<LedgerFact> facts) {
    FencedFacts.add(handle, claim, facts);
    if (facts.stream().anyMatch(BillingLinks::concern)) {
      BillingLinks.add(handle, claim.order(), facts);
    }
    if (facts.stream().anyMatch(ClientTurns::endWith)) {
      ClientTurns.end(handle, claim.order());
    }
    if (facts.stream().anyMatch(SimLinks::freedBy)) {
      SimLinks.free(handle, claim.order());
    }
    return true;
  }
}
