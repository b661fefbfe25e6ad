package dev.kaitsu.port.in;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome;

/** Looks at one order and carries it as far as it goes now. */
public interface OrderWork {
  /**
   * Works on a claimed order. Safe to repeat after a crash at any point: it goes on after the last
   * recorded fact.
   *
   * @throws dev.kaitsu.port.out.LostClaimException if another node took the order over: stop
   * @throws dev.kaitsu.port.out.StoreException if the ledger failed: try again soon
   */
  WorkOutcome work(Claim claim);
}
