package dev.kaitsu.port.in;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;

/** Looks at one line and carries its operations as far as they go now. */
public interface LineWork {
  /**
   * Works on a claimed line. Safe to repeat after a crash at any point: it goes on after the last
   * recorded fact.
   *
   * @throws dev.kaitsu.port.out.LostLineException if another node took the line over: stop
   * @throws dev.kaitsu.port.out.StoreException if the store failed: try again soon
   */
  WorkOutcome work(LineClaim claim);

  /** Plans work for lines that have been forgotten; there should be none. */
  void check();
}
