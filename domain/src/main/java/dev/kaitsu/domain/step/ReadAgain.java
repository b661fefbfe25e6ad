package dev.kaitsu.domain.step;

import dev.kaitsu.domain.guard.Guards;
import dev.kaitsu.domain.guard.Verdict;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.port.out.Orders;

/** Reads an order again, if it was read too long ago to act on, and stops if it was taken back. */
final class ReadAgain {
  private final Orders orders;
  private final Time time;

  ReadAgain(Orders orders, Time time) {
    this.orders = orders;
    this.time = time;
  }

  /** Completed with a fresh enough order, or withdrawn, or waiting for a later time. */
  StepOutcome ifStale(Fulfillment fulfillment) {
    boolean fresh =
        time.nanos() - fulfillment.readAt() <= FulfillmentSettings.STALE_AFTER.toNanos();
    return fresh ? new StepOutcome.Completed(fulfillment) : now(fulfillment);
  }

  /** As {@link #ifStale}, however fresh the order is. */
  StepOutcome now(Fulfillment fulfillment) {
    long before = time.nanos();
    var found = orders.find(fulfillment.order().id());
    if (found.isEmpty()) {
      return new StepOutcome.Withdrawn("the order is no longer to be seen in Salesforce");
    }
    var verdict = Guards.check(found.get(), time.now());
    if (verdict instanceof Verdict.LeaveAlone objection) {
      return new StepOutcome.Withdrawn(objection.reason());
    }
    if (verdict instanceof Verdict.Wait later) {
      return new StepOutcome.Waiting(later.until(), later.reason());
    }
    return new StepOutcome.Completed(fulfillment.readAgain(found.get(), before));
  }
}
