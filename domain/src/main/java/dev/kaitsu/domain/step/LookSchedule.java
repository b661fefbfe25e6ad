package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.CaseFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * When to look next for the effect of an unanswered call: soon, then ever less often, last at the
 * end.
 */
public final class LookSchedule {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration PAST_THE_END = Duration.ofMillis(100);

  private LookSchedule() {}

  /**
   * A time after {@code now}: as far ahead as the call lies back, but not past the window's end.
   */
  public static Instant next(CaseFile file, Instant sentAt, Instant windowEnd, Instant now) {
    var since = Duration.between(sentAt, file.now());
    var pause = Collections.max(List.of(since, SHORTEST));
    var untilEnd = Duration.between(file.now(), windowEnd).plus(PAST_THE_END);
    return now.plus(Collections.min(List.of(pause, untilEnd)));
  }
}
