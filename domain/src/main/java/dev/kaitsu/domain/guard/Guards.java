package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import java.time.Instant;
import java.util.List;

/** All reasons not to start, in the order in which they are told. */
public final class Guards {
  private static final List<Guard> STANDARD =
      List.of(new IsActivating(), new IsApproved(), new NotYetBilled(), new IsDue());

  private Guards() {}

  /** The first objection, else leave to proceed. */
  public static Verdict check(Order order, Instant now) {
    for (Guard guard : STANDARD) {
      var verdict = guard.check(order, now);
      if (!(verdict instanceof Verdict.Proceed)) {
        return verdict;
      }
    }
    return Verdict.PROCEED;
  }
}
