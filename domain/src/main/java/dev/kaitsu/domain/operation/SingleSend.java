package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationFact.Completed;
import dev.kaitsu.model.operation.OperationFact.Effective;
import dev.kaitsu.model.operation.OperationFact.Failed;
import dev.kaitsu.model.operation.OperationFact.Ineffective;
import dev.kaitsu.model.operation.OperationFact.Locked;
import dev.kaitsu.model.operation.OperationFact.Parked;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Instant;

/** Makes one call: its intent durable before, at most one request, its answer durable after. */
final class SingleSend {
  private final Acts acts;
  private final LineSettings settings;

  SingleSend(Acts acts, LineSettings settings) {
    this.acts = acts;
    this.settings = settings;
  }

  Move send(OperationFile file, OperationCall call, Instant now, LineJournal journal) {
    var act = acts.of(call);
    Readiness found;
    try {
      found = act.readiness(file, now);
    } catch (ExternalCallException notAsked) {
      var unused = journal.write(file, nothingDone(file, call, notAsked.halt(), now));
      return new Move.On();
    }
    if (found instanceof Readiness.Ready ready) {
      var sent = new Sent(call, ready.newest());
      if (journal.write(file, sent)) {
        make(file, act, sent, now, journal);
      }
    } else {
      var unused = journal.write(file, withoutCall(file, call, found));
    }
    return new Move.On();
  }

  private void make(OperationFile file, Act act, Sent sent, Instant now, LineJournal journal) {
    if (!journal.maySend()) {
      // This thread stood still; by now another node may be about to take the line over.
      journal.writeAfter(
          file,
          sent,
          new Ineffective(
              sent.call(), FailureCode.INTERNAL_ERROR, "not sent: this node stood still"));
      return;
    }
    try {
      journal.writeAfter(
          file, sent, done(file, new Effective(sent.call(), act.send(file, sent, now), false)));
    } catch (ExternalCallException failure) {
      journal.writeAfter(file, sent, failed(file, act, sent.call(), failure.halt(), now));
    }
  }

  /** The effect, and the end if it was the last one. */
  static OperationFact[] done(OperationFile file, Effective effect) {
    return file.endsWith(effect.call())
        ? new OperationFact[] {effect, new Completed()}
        : new OperationFact[] {effect};
  }

  private OperationFact[] failed(
      OperationFile file, Act act, OperationCall call, Halt halt, Instant now) {
    if (halt instanceof Halt.Uncertain) {
      return new OperationFact[] {new OperationFact.Unanswered(call, halt.code(), halt.reason())};
    }
    if (halt instanceof Halt.Failed) {
      return new OperationFact[] {nothingDone(file, call, halt, now)};
    }
    var refused = new Ineffective(call, halt.code(), halt.reason());
    var words = halt.reason() + act.afterRefusal(file);
    return new OperationFact[] {
      refused,
      act.parksRefusalAs()
          .<OperationFact>map(code -> new Parked(call, code, words))
          .orElseGet(() -> new Failed(halt.code(), words))
    };
  }

  /** Nothing has changed anywhere, and it is tried again; a refusal before any effect ends it. */
  private OperationFact nothingDone(
      OperationFile file, OperationCall call, Halt halt, Instant now) {
    if (halt.code() == FailureCode.SIM_LINE_LOCKED) {
      return new Locked(call, now.plus(settings.lock()));
    }
    if (halt instanceof Halt.Refused) {
      return file.effective().isEmpty()
          ? new Failed(halt.code(), halt.reason())
          : new Parked(call, acts.of(call).unclear(), halt.reason());
    }
    return new Ineffective(call, halt.code(), halt.reason());
  }

  private static OperationFact[] withoutCall(
      OperationFile file, OperationCall call, Readiness found) {
    if (found instanceof Readiness.Superfluous there) {
      return done(file, new Effective(call, there.invoice(), true));
    }
    if (found instanceof Readiness.Hopeless hopeless) {
      return new OperationFact[] {new Failed(hopeless.code(), hopeless.reason())};
    }
    var doubtful = (Readiness.Doubtful) found;
    return new OperationFact[] {new Parked(call, doubtful.code(), doubtful.reason())};
  }
}
