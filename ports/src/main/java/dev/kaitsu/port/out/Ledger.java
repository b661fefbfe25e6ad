package dev.kaitsu.port.out;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Kaitsu knows about its orders, durably. Writes are fenced: they carry a claim, and a claim
 * that is no longer the newest is refused with {@link LostClaimException}. All calls throw {@link
 * StoreException} if the store fails.
 */
public interface Ledger {
  /**
   * Everything that is known about the order.
   *
   * @throws NewerFactsException if a newer version of Kaitsu has worked on it
   */
  OrderHistory recall(OrderId order);

  /**
   * Adds facts, all or none, durable on return.
   *
   * @throws LinkedElsewhereException if a {@code Billed} among them names a billing order that
   *     belongs to another order; nothing was added
   */
  void record(Claim claim, List<LedgerFact> facts);

  /** Returns if the claim is still the newest; to be asked before sending after a long pause. */
  void confirm(Claim claim);

  /**
   * Adds what a person states, whoever works on the order now: it counts from the next look on.
   *
   * @return false, and nothing added, if nobody ever hinted at the order
   */
  boolean state(OrderId order, LedgerFact.Disowned statement);

  /**
   * Adds what a person states about the order's SIM, if nothing was added since it was judged.
   *
   * @param lastSeen the number of the newest entry that the judgement saw; 0 if there was none
   * @return false, and nothing added, if there is a newer entry
   */
  boolean attest(OrderId order, LedgerFact.SimAttested statement, long lastSeen);

  /**
   * Adds facts of which the last is a {@link LedgerFact.CreationSent}, and takes the client's turn:
   * one creating call per client at a time, across all nodes. The turn ends with the next {@code
   * Billed}, {@code CreationRefused} or {@code CreationUnanswered} of the order, or by itself after
   * a time.
   *
   * @return false, and nothing recorded, if another order of this client has the turn
   */
  boolean recordSending(Claim claim, BillingClientId client, List<LedgerFact> facts);

  /**
   * Adds facts of which the last is a {@link LedgerFact.SimCallSent} or {@link
   * LedgerFact.SimCallDone}, and links its line and its SIM card to the order: one order activates
   * a line, and one a card, across all nodes. The link ends with a {@code SimCallRefused} that says
   * that the line is free, or with a {@code SimAttested} that says so.
   *
   * @return false, and nothing recorded, if the line or the card is linked to another order
   */
  boolean recordActivating(Claim claim, List<LedgerFact> facts);

  /** Which of these billing orders the ledger knows as belonging to other orders than this one. */
  Set<BillingOrderId> linkedToOthers(OrderId order, Collection<BillingOrderId> billed);

  /** Where the order stands; empty if nobody ever hinted at it. */
  Optional<OrderProgress> progress(OrderId order);
}
