package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kaitsu.port.in.LineWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs again and again, on one node at a time. Names are stored: never rename them. */
final class RecurringJobs {
  static final String SWEEP = "sweep";

  private static final Logger LOG = LoggerFactory.getLogger(RecurringJobs.class);
  private static final Duration TIDY_INTERVAL = Duration.ofMinutes(10);
  private static final Duration HOLD_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LIMITS_INTERVAL = Duration.ofMinutes(15);

  /** How often somebody looks which checks are due; each system has an interval of its own. */
  private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(5);

  private static final Duration LIVENESS_INTERVAL = Duration.ofMinutes(1);

  private RecurringJobs() {}

  static List<RecurringTask<Void>> of(
      RecurringWork work,
      Optional<LineWork> lines,
      Housekeeping housekeeping,
      JobSettings settings) {
    var ofLines =
        lines.map(each -> recurring("sim-liveness", LIVENESS_INTERVAL, each::check)).stream();
    return Stream.concat(ofOrders(work, housekeeping, settings).stream(), ofLines).toList();
  }

  private static List<RecurringTask<Void>> ofOrders(
      RecurringWork work, Housekeeping housekeeping, JobSettings settings) {
    return List.of(
        recurring(SWEEP, settings.sweepInterval(), work.sweep()::sweep),
        recurring("liveness", LIVENESS_INTERVAL, work.liveness()::check),
        recurring("holds", HOLD_INTERVAL, work.holds()::review),
        recurring("limits", LIMITS_INTERVAL, work.limits()::check),
        recurring("health", HEALTH_INTERVAL, work.health()::check),
        RecordsJob.of(work.records()),
        recurring("tidy", TIDY_INTERVAL, housekeeping::run));
  }

  private static RecurringTask<Void> recurring(String name, Duration interval, Runnable action) {
    return Tasks.recurring(name, FixedDelay.of(interval))
        .onDeadExecution(new Revival())
        .execute((instance, context) -> runAndReport(name, action));
  }

  private static void runAndReport(String name, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("the {} could not be done, it follows at its next time: {}", name, e.getMessage());
    }
  }
}
