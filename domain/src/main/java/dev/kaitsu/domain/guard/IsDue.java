package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import java.time.Duration;
import java.time.Instant;

/** A scheduled activation waits for its time; one without a time is for mapping to refuse. */
final class IsDue implements Guard {
  /** The order is looked at this often even if nobody hints: its date may have moved. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  @Override
  public Verdict check(Order order, Instant now) {
    return order
        .scheduledFor()
        .filter(now::isBefore)
        .<Verdict>map(
            due -> new Verdict.Wait(soonest(due, now), "activation is scheduled for " + due))
        .orElse(Verdict.PROCEED);
  }

  private static Instant soonest(Instant due, Instant now) {
    var latest = now.plus(LONGEST_WAIT);
    return due.isBefore(latest) ? due : latest;
  }
}
