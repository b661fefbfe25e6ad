package dev.kaitsu.port.in;

/** Imports the records that are due; done again and again, on one node at a time. */
@FunctionalInterface
public interface RecordRound {
  /** Tries each month that is due and missing; what cannot be had is a gap, and tried again. */
  void run();
}
