package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import java.util.List;
import java.util.Optional;

/**
 * What new facts change in an order's row, for the people who read it; nothing is ever decided from
 * these columns.
 *
 * @param state empty: unchanged
 * @param failure empty: unchanged
 * @param clearsFailure whether an earlier failure is over
 * @param billed empty: unchanged
 * @param searching whether the effect of a creating call is unknown; empty: unchanged
 */
record OrderSummary(
    Optional<String> state,
    Optional<String> failure,
    boolean clearsFailure,
    Optional<Long> billed,
    Optional<Boolean> searching) {

  private static final OrderSummary NOTHING =
      new OrderSummary(
          Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  static OrderSummary of(List<LedgerFact> facts) {
    var summary = NOTHING;
    for (var fact : facts) {
      summary = summary.after(fact);
    }
    return summary;
  }

  private OrderSummary after(LedgerFact fact) {
    if (fact instanceof LedgerFact.AttemptStarted) {
      return new OrderSummary(Optional.of("WORKING"), Optional.empty(), true, billed, searching);
    }
    if (fact instanceof LedgerFact.Halted halted) {
      return failed(halted.code());
    }
    if (fact instanceof LedgerFact.WriteBackOwed owed
        && owed.writeBack() instanceof WriteBack.Failed failed) {
      return failed(failed.code());
    }
    if (fact instanceof LedgerFact.Billed known) {
      var id = Optional.of(known.id().value());
      return new OrderSummary(state, failure, clearsFailure, id, Optional.of(false));
    }
    if (fact instanceof LedgerFact.AttemptEnded ended) {
      var outcome = Optional.of(ended.outcome().name());
      return new OrderSummary(outcome, failure, clearsFailure, billed, searching);
    }
    return searchingAfter(fact)
        .map(on -> new OrderSummary(state, failure, clearsFailure, billed, Optional.of(on)))
        .orElse(this);
  }

  private static Optional<Boolean> searchingAfter(LedgerFact fact) {
    if (fact instanceof LedgerFact.CreationSent || fact instanceof LedgerFact.SimCallSent) {
      return Optional.of(true);
    }
    boolean over =
        fact instanceof LedgerFact.CreationRefused
            || fact instanceof LedgerFact.LostOrderFound
            || fact instanceof LedgerFact.LookClosed
            || fact instanceof LedgerFact.SimCallRefused
            || fact instanceof LedgerFact.SimCallDone
            || fact instanceof LedgerFact.LostSimCallFound
            || fact instanceof LedgerFact.SimLookClosed
            || fact instanceof LedgerFact.SimAttested;
    return over ? Optional.of(false) : Optional.empty();
  }

  private OrderSummary failed(FailureCode code) {
    return new OrderSummary(state, Optional.of(code.code()), clearsFailure, billed, searching);
  }
}
