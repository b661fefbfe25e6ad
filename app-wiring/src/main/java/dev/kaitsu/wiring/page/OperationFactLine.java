package dev.kaitsu.wiring.page;

import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationFact.Cancelled;
import dev.kaitsu.model.operation.OperationFact.Effective;
import dev.kaitsu.model.operation.OperationFact.Failed;
import dev.kaitsu.model.operation.OperationFact.Ineffective;
import dev.kaitsu.model.operation.OperationFact.Locked;
import dev.kaitsu.model.operation.OperationFact.Parked;
import dev.kaitsu.model.operation.OperationFact.Retried;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.model.operation.OperationFact.Settled;
import dev.kaitsu.model.operation.OperationFact.Unanswered;

/** One fact about an operation in one line. */
final class OperationFactLine {
  private OperationFactLine() {}

  static String of(OperationFact fact) {
    if (fact instanceof Sent sent) {
      return "sent  " + sent.call();
    }
    if (fact instanceof Effective done) {
      var invoice = done.invoice().map(id -> "  invoice=" + id).orElse("");
      return (done.found() ? "found in place  " : "answered  ") + done.call() + invoice;
    }
    if (fact instanceof Ineffective none) {
      return "no effect  %s  %s  %s".formatted(none.call(), none.code(), none.reason());
    }
    if (fact instanceof Locked locked) {
      return "line locked  %s  until=%s".formatted(locked.call(), locked.until());
    }
    if (fact instanceof Unanswered lost) {
      return "answer lost  %s  %s".formatted(lost.call(), lost.code());
    }
    if (fact instanceof Parked parked) {
      return "parked  %s  %s  %s".formatted(parked.call(), parked.code(), parked.reason());
    }
    return ofPeopleAndEnds(fact);
  }

  private static String ofPeopleAndEnds(OperationFact fact) {
    if (fact instanceof Settled settled) {
      return "settled  %s  done=%s  by=%s".formatted(settled.call(), settled.done(), settled.by());
    }
    if (fact instanceof Retried retried) {
      return "to be tried again  %s  by=%s".formatted(retried.call(), retried.by());
    }
    if (fact instanceof Cancelled cancelled) {
      return "cancelled  by=" + cancelled.by();
    }
    return fact instanceof Failed failed
        ? "failed  %s  %s".formatted(failed.code(), failed.reason())
        : "done";
  }
}
