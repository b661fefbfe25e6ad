package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.OperationFact.Effective;
import dev.kaitsu.model.operation.OperationFact.Ineffective;
import dev.kaitsu.model.operation.OperationFact.Parked;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.time.Instant;

/** Looks for what a call left behind whose answer was lost, before anything is sent again. */
final class LostAnswerLook {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration PAST_THE_END = Duration.ofMillis(100);

  private final Acts acts;
  private final LineSettings settings;

  LostAnswerLook(Acts acts, LineSettings settings) {
    this.acts = acts;
    this.settings = settings;
  }

  Move look(OperationFile file, Unanswered lost, Instant now, LineJournal journal) {
    var act = acts.of(lost.call());
    Sight sight;
    boolean locked = false;
    try {
      sight = act.look(file, lost, now);
    } catch (ExternalCallException notSeen) {
      locked = notSeen.halt().code() == FailureCode.SIM_LINE_LOCKED;
      sight = new Sight.Failed(notSeen.halt().reason());
    }
    var decision = LookDecision.of(sight, lost.sentAt(), now, act.window(), act.provable());
    if (decision instanceof LookDecision.LookAgain again) {
      var next = next(lost, now, again.windowEnd());
      return new Move.Pause(
          locked ? later(next, lockEnd(lost, now)) : next,
          "the answer to %s was lost: %s".formatted(lost.call(), again.why()));
    }
    if (decision instanceof LookDecision.Adopt adopt) {
      var effect = new Effective(lost.call(), adopt.invoice(), true);
      var unused = journal.write(file, SingleSend.done(file, effect));
    } else if (decision instanceof LookDecision.Park park) {
      var unused = journal.write(file, new Parked(lost.call(), act.unclear(), park.why()));
    } else {
      var code = lost.code().orElse(FailureCode.ETIMEOUT);
      var reason = "a look after %s showed that nothing came of it".formatted(act.window());
      var unused = journal.write(file, new Ineffective(lost.call(), code, reason));
    }
    return new Move.On();
  }

  /** As far ahead as the call lies back, within limits, and not past the window's end. */
  private static Instant next(Unanswered lost, Instant now, Instant windowEnd) {
    var since = Duration.between(lost.sentAt(), now);
    var pause = since.compareTo(SHORTEST) < 0 ? SHORTEST : since;
    var next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    var last = windowEnd.plus(PAST_THE_END);
    return next.isAfter(last) && last.isAfter(now) ? last : next;
  }

  /** A locked line is not asked before its lock can have ended. */
  private Instant lockEnd(Unanswered lost, Instant now) {
    var own = lost.sentAt().plus(settings.lock());
    return own.isAfter(now) ? own : now.plus(LONGEST);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
