package dev.kaitsu.model.operation;

import java.util.List;

/** The kinds of operations. */
public enum OperationKind {
  TOP_UP,
  PLAN_CHANGE,
  NETWORK_CHANGE;

  /** The calls it takes, in the order in which they are made. */
  public List<OperationCall> calls() {
    return switch (this) {
      case TOP_UP -> List.of(OperationCall.INVOICE, OperationCall.CAPTURE, OperationCall.QUOTA);
      case PLAN_CHANGE -> List.of(OperationCall.PLAN);
      case NETWORK_CHANGE -> List.of(OperationCall.NETWORK);
    };
  }

  /** Whether the SIM operator wants a gap between this and the line's other changes. */
  public boolean countsForTheGap() {
    return calls().stream().anyMatch(OperationCall::countsForTheGap);
  }
}
