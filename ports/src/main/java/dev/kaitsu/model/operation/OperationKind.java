package dev.kaitsu.model.operation;

import java.util.List;

/** The kinds of operations, each with the calls it takes, in order. */
public enum OperationKind {
  TOP_UP(OperationCall.INVOICE, OperationCall.CAPTURE, OperationCall.QUOTA),
  PLAN_CHANGE(OperationCall.PLAN),
  NETWORK_CHANGE(OperationCall.NETWORK);

  private final List<OperationCall> calls;

  OperationKind(OperationCall... calls) {
    this.calls = List.of(calls);
  }

  /** The calls, in the order in which they are made. */
  public List<OperationCall> calls() {
    return calls;
  }

  /** Whether the SIM operator wants a gap between this and the line's other changes. */
  public boolean countsForTheGap() {
    return calls.stream().anyMatch(OperationCall::countsForTheGap);
  }
}
