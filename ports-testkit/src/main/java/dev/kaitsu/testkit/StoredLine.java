package dev.kaitsu.testkit;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.LostLineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line as {@link InMemoryLineOperations} keeps it: its operations, its claim and its job. */
final class StoredLine {
  private final long lineId;
  private final PhoneNumber number;
  private final List<OperationId> operations = new ArrayList<>();
  private long wishSeq;
  private long epoch;
  private boolean working;
  private Optional<Instant> due = Optional.empty();

  StoredLine(long lineId, PhoneNumber number) {
    this.lineId = lineId;
    this.number = number;
  }

  PhoneNumber number() {
    return number;
  }

  List<OperationId> operations() {
    return List.copyOf(operations);
  }

  void add(OperationId operation, Instant now) {
    operations.add(operation);
    wish(now);
  }

  /** The line is looked at after this. */
  void wish(Instant now) {
    wishSeq++;
    if (!working && due.filter(time -> time.isBefore(now)).isEmpty()) {
      due = Optional.of(now);
    }
  }

  /** Nobody works on it, and nobody will. */
  boolean isIdle() {
    return !working && due.isEmpty();
  }

  void forgetJob() {
    due = Optional.empty();
  }

  LineClaim claim() {
    epoch++;
    working = true;
    due = Optional.empty();
    return new LineClaim(lineId, number, epoch, wishSeq);
  }

  void complete(LineClaim claim, WorkOutcome outcome, Instant now) {
    check(claim);
    working = false;
    if (outcome instanceof WorkOutcome.ComeBack comeBack) {
      due = Optional.of(comeBack.at());
    }
    if (wishSeq > claim.wishSeq()) {
      due = Optional.of(now);
    }
  }

  void takeOver(LineClaim claim, Instant at) {
    if (claim.epoch() == epoch) {
      working = false;
      due = Optional.of(at);
    }
  }

  void check(LineClaim claim) {
    if (claim.epoch() != epoch) {
      throw new LostLineException(lineId);
    }
  }

  Optional<Instant> due() {
    return due;
  }
}
