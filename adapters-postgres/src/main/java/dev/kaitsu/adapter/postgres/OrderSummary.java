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
 */
record OrderSummary(
    Optional<String> state,
    Optional<String> failure,
    boolean clearsFailure,
    Optional<Long> billed) {

  static OrderSummary of(List<LedgerFact> facts) {
    var summary = new OrderSummary(Optional.empty(), Optional.empty(), false, Optional.empty());
    for (var fact : facts) {
      summary = summary.after(fact);
    }
    return summary;
  }

  private OrderSummary after(LedgerFact fact) {
    if (fact instanceof LedgerFact.AttemptStarted) {
      return new OrderSummary(Optional.of("WORKING"), Optional.empty(), true, billed);
    }
    if (fact instanceof LedgerFact.Halted halted) {
      return failed(halted.code());
    }
    if (fact instanceof LedgerFact.WriteBackOwed owed
        && owed.writeBack() instanceof WriteBack.Failed failed) {
      return failed(failed.code());
    }
    if (fact instanceof LedgerFact.Billed known) {
      return new OrderSummary(state, failure, clearsFailure, Optional.of(known.id().value()));
    }
    if (fact instanceof LedgerFact.AttemptEnded ended) {
      return new OrderSummary(Optional.of(ended.outcome().name()), failure, clearsFailure, billed);
    }
    return this;
  }

  private OrderSummary failed(FailureCode code) {
    return new OrderSummary(state, Optional.of(code.code()), clearsFailure, billed);
  }
}
