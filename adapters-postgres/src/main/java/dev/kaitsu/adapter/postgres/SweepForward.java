package dev.kaitsu.adapter.postgres;

import java.time.Duration;

/**
 * Pulls the next sweep forward at the start if it was planned under a longer interval. The engine
 * itself keeps what is planned.
 */
final class SweepForward {
  private static final String PULL =
      """
      update kaitsu.scheduled_tasks
      set execution_time = now() + :millis * interval '1 millisecond', version = version + 1
      where task_name = :task and not picked
        and execution_time > now() + :millis * interval '1 millisecond'
      """;

  private SweepForward() {}

  static void pull(Database database, Duration interval) {
    database.with(
        handle ->
            handle
                .createUpdate(PULL)
                .bind("task", RecurringJobs.SWEEP)
                .bind("millis", interval.toMillis())
                .execute());
  }
}
