package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.ledger.Possession;
import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.OperationFact.Completed;
import java.time.Duration;
import java.time.Instant;

/** Step by step: read what is established, choose the operation, make its next call or look. */
public final class LineProcedure {
  private final LinePorts ports;
  private final LineSettings settings;
  private final Time time;
  private final SingleSend sends;
  private final LostAnswerLook looks;

  public LineProcedure(LinePorts ports, LineSettings settings, Time time) {
    var acts = new Acts(ports, settings);
    this.ports = ports;
    this.settings = settings;
    this.time = time;
    this.sends = new SingleSend(acts, settings);
    this.looks = new LostAnswerLook(acts, settings);
  }

  /** Goes on until nothing is left to do, or nothing may be done before a later time. */
  public WorkOutcome carry(LineClaim claim, Possession possession) {
    var journal = new LineJournal(ports.operations(), ports.listener(), claim, possession);
    while (true) {
      var turns = Turns.of(ports.operations().recall(claim.line(), settings.lookBack()), settings);
      var first = turns.first();
      if (first.isEmpty()) {
        return new WorkOutcome.Settled();
      }
      var move = move(first.get(), turns, journal);
      if (move instanceof Move.Pause pause) {
        return comeBack(pause, turns.now());
      }
    }
  }

  private Move move(OperationFile file, Turns turns, LineJournal journal) {
    var call = file.next();
    if (call.isEmpty()) {
      var unused = journal.write(file, new Completed());
      return new Move.On();
    }
    if (file.unanswered().isPresent()) {
      return looks.look(file, file.unanswered().get(), turns.now(), journal);
    }
    var mayRunAt = turns.mayRunAt(file);
    return mayRunAt.isAfter(turns.now())
        ? new Move.Pause(mayRunAt, "it may not be sent before")
        : sends.send(file, call.get(), turns.now(), journal);
  }

  /** The store's clock says how long, this node's clock from when on. */
  private WorkOutcome comeBack(Move.Pause pause, Instant now) {
    var wait = Duration.between(now, pause.until());
    return new WorkOutcome.ComeBack(time.now().plus(wait), pause.why());
  }
}
