package dev.kaitsu.crash.world;

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

/** The ledger at the other end of a wire. */
record WiredLedger(Ledger ledger, Wire wire) implements Ledger {
  @Override
  public OrderHistory recall(OrderId order) {
    return wire.carry(Call.RECALL, () -> ledger.recall(order));
  }

  @Override
  public void record(Claim claim, List<LedgerFact> facts) {
    wire.carry(
        Call.RECORD,
        () -> {
          ledger.record(claim, facts);
          return claim;
        });
  }

  @Override
  public void confirm(Claim claim) {
    wire.carry(
        Call.CONFIRM,
        () -> {
          ledger.confirm(claim);
          return claim;
        });
  }

  @Override
  public boolean state(OrderId order, LedgerFact.Disowned statement) {
    return wire.carry(Call.STATE, () -> ledger.state(order, statement));
  }

  @Override
  public boolean attest(OrderId order, LedgerFact.SimAttested statement, long lastSeen) {
    return wire.carry(Call.STATE, () -> ledger.attest(order, statement, lastSeen));
  }

  @Override
  public boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts) {
    return wire.carry(Call.RECORD_SENDING, () -> ledger.recordSending(claim, client, facts));
  }

  @Override
  public boolean recordActivating(Claim claim, List<LedgerFact> facts) {
    return wire.carry(Call.RECORD_ACTIVATING, () -> ledger.recordActivating(claim, facts));
  }

  @Override
  public Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed) {
    return wire.carry(Call.LINKED, () -> ledger.linkedToOthers(order, billed));
  }

  @Override
  public Optional<OrderProgress> progress(OrderId order) {
    return ledger.progress(order);
  }
}
