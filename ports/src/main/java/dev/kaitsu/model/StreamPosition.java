package dev.kaitsu.model;

/** Where reading a topic begins. Prints as the end of a sentence. */
public sealed interface StreamPosition {
  /** With the first event after this one. */
  record After(ReplayId id) implements StreamPosition {
    @Override
    public String toString() {
      return "after replay id " + id;
    }
  }

  /** With the oldest event that is still retained. */
  record Earliest() implements StreamPosition {
    @Override
    public String toString() {
      return "from the oldest event that is still retained";
    }
  }

  /** With what is published from now on; what came before is left to sweeps. */
  record FromNowOn() implements StreamPosition {
    @Override
    public String toString() {
      return "from now on";
    }
  }
}
