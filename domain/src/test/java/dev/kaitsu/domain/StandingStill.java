package dev.kaitsu.domain;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.port.out.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger whose node stands still for a while, once, right after a fact of some kind is in. */
final class StandingStill implements Ledger {
  private final Ledger ledger;
  private final Class<? extends LedgerFact> kind;
  private final Runnable pause;
  private boolean paused;
  private int confirmations;

  StandingStill(Ledger ledger, Class<? extends LedgerFact> kind, Runnable pause) {
    this.ledger = ledger;
    this.kind = kind;
    this.pause = pause;
  }

  int confirmations() {
    return confirmations;
  }

  @Override
  public boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts) {
    var recorded = List.copyOf(facts);
    boolean ourTurn = ledger.recordSending(claim, client, facts);
    pauseAfter(recorded);
    return ourTurn;
  }

  @Override
  public void record(Claim claim, List<LedgerFact> facts) {
    ledger.record(claim, facts);
    pauseAfter(facts);
  }

  private void pauseAfter(List<LedgerFact> facts) {
    if (!paused && facts.stream().anyMatch(kind::isInstance)) {
      paused = true;
      pause.run();
    }
  }

  @Override
  public void confirm(Claim claim) {
    confirmations++;
    ledger.confirm(claim);
  }

  @Override
  public boolean state(OrderId order, LedgerFact.Disowned statement) {
    return ledger.state(order, statement);
  }

  @Override
  public boolean recordActivating(Claim claim, List<LedgerFact> facts) {
    boolean linked = ledger.recordActivating(claim, facts);
    pauseAfter(facts);
    return linked;
  }

  @Override
  public boolean attest(OrderId order, LedgerFact.SimAttested statement, long lastSeen) {
    return ledger.attest(order, statement, lastSeen);
  }

  @Override
  public OrderHistory recall(OrderId order) {
    return ledger.recall(order);
  }

  @Override
  public Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed) {
    return ledger.linkedToOthers(order, billed);
  }

  @Override
  public Optional<OrderProgress> progress(OrderId order) {
    return ledger.progress(order);
  }
}
