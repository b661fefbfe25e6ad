package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;

/** What the promises of a ledger are tried on. */
abstract class LedgerScene {
  final OrderId order = Fresh.order().order().id();
  final OrderId otherOrder = Fresh.order().order().id();
  final BillingClientId client = Fresh.client();
  final BillingOrderId billed = new BillingOrderId(Fresh.number());

  protected abstract Ledger ledger();

  /** A ledger whose store is away. */
  protected abstract Ledger brokenLedger();

  /** Begins work on the order as the engine does: the newest claim, fencing those before. */
  protected abstract Claim claim(OrderId order);

  /** Lets as much time pass as ends a client's turn by itself. */
  protected abstract void theTurnsTimeRunsOut();

  static LedgerFact started(int attempt) {
    return new LedgerFact.AttemptStarted(attempt, SettableClock.START);
  }

  static LedgerFact finished(String step) {
    return new LedgerFact.StepFinished(step, Duration.ofMillis(3));
  }

  LedgerFact sent() {
    return new LedgerFact.CreationSent(client, Optional.empty(), "digest");
  }

  static LedgerFact activating(PhoneNumber line) {
    return activating(line, new ProductNumber("AX%013d".formatted(Fresh.number())));
  }

  static LedgerFact activating(PhoneNumber line, ProductNumber card) {
    var sim = new SimIdentity(SimKind.PHYSICAL_NEW, line, Optional.of(card), Optional.empty());
    return new LedgerFact.SimCallSent(
        SimCall.ACCOUNT_REGISTRATION, sim, new VoiceOptions(false, false), LineStanding.ABSENT);
  }

  static LedgerFact refused(boolean lineFree) {
    return new LedgerFact.SimCallRefused(
        SimCall.ACCOUNT_REGISTRATION, FailureCode.SIM_REFUSED, "no", lineFree);
  }
}
