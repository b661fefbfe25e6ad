package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.BillingOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A creating call was sent, and what became of it is not known.
 *
 * @param sentAt when the newest such call was about to be sent
 * @param highWater the client's highest billing order before the first of them
 * @param lookedOut whether a look begun after the window found nothing, or nothing of ours
 */
public record Doubt(Instant sentAt, Optional<BillingOrderId> highWater, boolean lookedOut) {

  /** Until when the call's effect may still appear. */
  public Instant windowEnd(Duration lookWindow) {
    return sentAt.plus(lookWindow);
  }
}
