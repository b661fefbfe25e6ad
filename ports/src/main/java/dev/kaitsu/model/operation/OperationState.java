package dev.kaitsu.model.operation;

/** Where an operation stands. */
public enum OperationState {
  /** Nothing of it is in place or under way: it may be cancelled. */
  WAITING,
  /** Something of it is in place, or may be. */
  RUNNING,
  /** Only a person can say what is in place. */
  PARKED,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether Kaitsu itself still has something to do for it. */
  public boolean isOpen() {
    return this == WAITING || this == RUNNING;
  }

  /** Whether nobody has anything left to do for it. */
  public boolean isOver() {
    return !isOpen() && this != PARKED;
  }
}
