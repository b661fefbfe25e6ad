package dev.kaitsu.wiring.budget;

import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.wiring.budget.Crossing.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log when little of one limit is left, once for each crossing. */
final class LimitWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LimitWatch.class);
  private static final int ALL = 100;

  private final Crossing warning;
  private final Crossing alarm;

  LimitWatch(Thresholds thresholds) {
    this.warning = new Crossing(thresholds.warn());
    this.alarm = new Crossing(thresholds.alarm());
  }

  void see(ApiLimit limit) {
    if (limit.most() <= 0) {
      return; // the org has none of it, so none of it can run out
    }
    double left = percentLeft(limit);
    var warned = warning.see(left);
    var alarmed = alarm.see(left);
    if (alarmed.filter(Event.FALLEN::equals).isPresent()) {
      LOG.error(
          "ALARM: of Salesforce's limit {} only {} of {} are left: find who uses it, or have it"
              + " raised",
          limit.name(),
          limit.remaining(),
          limit.most());
    } else if (warned.filter(Event.FALLEN::equals).isPresent()) {
      LOG.warn(
          "Of Salesforce's limit {} {} of {} are left",
          limit.name(),
          limit.remaining(),
          limit.most());
    } else if (warned.isPresent()) {
      LOG.info("Salesforce's limit {} has recovered", limit.name());
    }
  }

  static double percentLeft(ApiLimit limit) {
    return (double) ALL * limit.remaining() / limit.most();
  }
}
