package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.ledger.Possession;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.port.out.OperationListener;
import java.util.ArrayList;
import java.util.List;

/** What the work on a line establishes, durable on return. Used by one thread. */
final class LineJournal {
  private final LineOperations operations;
  private final OperationListener listener;
  private final LineClaim claim;
  private final Possession possession;

  LineJournal(
      LineOperations operations,
      OperationListener listener,
      LineClaim claim,
      Possession possession) {
    this.operations = operations;
    this.listener = listener;
    this.claim = claim;
    this.possession = possession;
  }

  /** False, and nothing is written, if a person was faster: read again. */
  boolean write(OperationFile file, OperationFact... facts) {
    return write(file, file.history().seq(), List.of(facts), List.of());
  }

  /**
   * Writes what follows a call that was just made; {@code sent} is its intent, written before.
   *
   * @throws IllegalStateException if somebody else wrote in between, which nothing may
   */
  void writeAfter(OperationFile file, OperationFact sent, OperationFact... facts) {
    if (!write(file, file.history().seq() + 1, List.of(facts), List.of(sent))) {
      throw new IllegalStateException(
          "operation %s was changed while a call of it was under way"
              .formatted(file.operation().id()));
    }
  }

  /** Whether the store has just confirmed that the line is ours, so that something may be sent. */
  boolean maySend() {
    return possession.isFresh();
  }

  private void tell(OperationFile file, OperationFact fact) {
    if (fact instanceof OperationFact.Ineffective last) {
      listener.heldUp(file.operation(), last);
    }
  }

  private boolean write(
      OperationFile file, long after, List<OperationFact> facts, List<OperationFact> before) {
    var all = new ArrayList<>(before);
    all.addAll(facts);
    var state = file.stateWith(all);
    long asked = possession.now();
    var addition = new OperationAddition(file.operation().id(), after, facts, state);
    if (!operations.record(claim, addition)) {
      return false;
    }
    possession.provenAt(asked);
    facts.forEach(fact -> listener.established(file.operation(), fact, state));
    if (state.isOpen() && Pauses.isWorthTelling(file.failures())) {
      facts.forEach(fact -> tell(file, fact));
    }
    return true;
  }
}
