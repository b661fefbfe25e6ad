package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.port.in.SimDesk.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people change about an operation. Each act is decided on what is established, and holds only
 * if nothing was added since: whoever comes second reads again.
 */
public final class OperatorActs {
  private final LinePorts ports;
  private final OperationBook book;

  public OperatorActs(LinePorts ports, OperationBook book) {
    this.ports = ports;
    this.book = book;
  }

  /** Takes back what has not begun, or has left no more than an unpaid invoice. */
  public Change cancel(OperationId id, String by) {
    return act(
        id,
        by,
        OperationFile::mayBeCancelled,
        "it is %s: only what waits, or was not charged, can be cancelled",
        file -> List.of(new OperationFact.Cancelled(by)));
  }

  /** Says whether the parked call had its effect; an invoice is found by a retry instead. */
  public Change settle(OperationId id, boolean done, String by) {
    return act(
        id,
        by,
        file -> file.state() == OperationState.PARKED && !(done && isParkedAtInvoice(file)),
        "it is %s: only what is parked can be settled, and CreateInvoice only as not done:"
            + " a retry looks for the invoice and makes none if it is there",
        file -> settling(file, done, by));
  }

  /** Makes the call again that a person said is not done, or the payment that was refused. */
  public Change retry(OperationId id, String by) {
    return act(
        id,
        by,
        file -> file.repeatable().isPresent(),
        "it is %s: only what was settled as not done, or failed with an unpaid invoice, can be"
            + " tried again",
        file -> List.of(new OperationFact.Retried(file.repeatable().orElseThrow(), by)));
  }

  private static boolean isParkedAtInvoice(OperationFile file) {
    return file.stop().flatMap(OperationFile.Stop::call).equals(Optional.of(OperationCall.INVOICE));
  }

  private static List<OperationFact> settling(OperationFile file, boolean done, String by) {
    OperationCall call = file.stop().flatMap(OperationFile.Stop::call).orElseThrow();
    var settled = new OperationFact.Settled(call, done, by);
    return done && file.endsWith(call)
        ? List.of(settled, new OperationFact.Completed())
        : List.of(settled);
  }

  private Change act(
      OperationId id,
      String by,
      Predicate<OperationFile> allowed,
      String refusal,
      Function<OperationFile, List<OperationFact>> facts) {
    if (by.isBlank()) {
      throw new IllegalArgumentException("an act needs the name of who does it");
    }
    while (true) {
      var history = ports.operations().find(id);
      if (history.isEmpty()) {
        return new Change.NotFound();
      }
      var file = OperationFile.of(history.get());
      if (!allowed.test(file)) {
        var reason = refusal.formatted(file.state());
        return new Change.Refused(book.find(id).orElseThrow(), reason);
      }
      if (add(file, facts.apply(file))) {
        return new Change.Changed(book.find(id).orElseThrow());
      }
    }
  }

  private boolean add(OperationFile file, List<OperationFact> facts) {
    var state = file.stateWith(facts);
    var addition = new OperationAddition(file.operation().id(), file.history().seq(), facts, state);
    boolean added = ports.operations().state(addition);
    if (added) {
      facts.forEach(fact -> ports.listener().established(file.operation(), fact, state));
    }
    return added;
  }
}
