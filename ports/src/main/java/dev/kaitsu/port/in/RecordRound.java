package dev.kaitsu.port.in;

import java.util.function.BooleanSupplier;

/** Imports the records that are due; done again and again, on one node at a time. */
@FunctionalInterface
public interface RecordRound {
  /** Leaves the records to other nodes. */
  RecordRound NEVER = stopping -> false;

  /**
   * Tries each month that is due and missing; what cannot be had is a gap, and tried again.
   *
   * @param stopping whether this node is about to end
   * @return false if somebody else should go on soon
   */
  boolean run(BooleanSupplier stopping);
}
