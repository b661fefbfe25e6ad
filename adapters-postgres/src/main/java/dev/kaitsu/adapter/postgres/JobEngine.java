package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Sets the engine up. None of its defaults is left to chance: they would take over after half an
 * hour, let one order run twice, and lose hints.
 */
final class JobEngine {
  /** The safety net under the wake-ups, and the precision of later looks. */
  private static final Duration POLL = Duration.ofMillis(500);

  /** A job is dead after so many missed heartbeats; the engine allows no fewer. */
  private static final int MISSED_HEARTBEATS = 4;

  /** Dead after 0.8 of the takeover time, sought every 0.4 of it: taken over by 1.2 of it. */
  private static final int HEARTBEATS_PER_TAKEOVER = 5;

  private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(50);

  private final String node;
  private final DataSource pool;
  private final PostgresConfig config;

  JobEngine(String node, DataSource pool, PostgresConfig config) {
    this.node = node;
    this.pool = pool;
    this.config = config;
  }

  Scheduler scheduler(
      FulfilJob job,
      Optional<LineJob> lines,
      List<RecurringTask<Void>> recurring,
      Duration drainTime) {
    var fulfil =
        Tasks.custom(Tickets.TASK, Void.class)
            .onFailure((failed, operations) -> job.giveBack(failed))
            .onDeadExecution(new Revival())
            .execute(job);
    var tasks = new ArrayList<Task<?>>(List.of(fulfil));
    lines.map(JobEngine::task).ifPresent(tasks::add);
    double threads = config.workers();
    return Scheduler.create(pool, tasks)
        .startTasks(recurring)
        .tableName("kaitsu.scheduled_tasks")
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .schedulerName(new SchedulerName.Fixed(node))
        .threads(config.workers())
        // Above 1.0 it would pick tickets that wait in memory without a heartbeat.
        .pollUsingLockAndFetch((threads - 1) / threads, 1.0)
        .pollingInterval(POLL)
        .enableImmediateExecution()
        .heartbeatInterval(heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(drainTime)
        .failureLogging(LogLevel.DEBUG, false) // the job logs in our words
        .build();
  }

  private static Task<Void> task(LineJob job) {
    return Tasks.custom(LineTickets.TASK, Void.class)
        .onFailure(job::giveBack)
        .onDeadExecution(new Revival())
        .execute(job);
  }

  private Duration heartbeat() {
    var derived = config.takeoverAfter().dividedBy(HEARTBEATS_PER_TAKEOVER);
    return derived.compareTo(SHORTEST_HEARTBEAT) < 0 ? SHORTEST_HEARTBEAT : derived;
  }
}
