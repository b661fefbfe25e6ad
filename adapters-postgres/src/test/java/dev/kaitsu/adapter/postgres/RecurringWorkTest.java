package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What recurs")
class RecurringWorkTest {
  private final PostgresDatabase database = Databases.fresh();
  private final Database plain = Engine.databaseOf(database);

  @Test
  @DisplayName("a sweep that fails is followed by the next one")
  void sweepsGoOn() {
    var sweeps = new AtomicInteger();
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var jobs =
          store.startJobs(
              claim -> new WorkOutcome.Settled(),
              new RecurringWork(
                  () -> {
                    sweeps.incrementAndGet();
                    throw ExternalCallException.unavailable(
                        FailureCode.HTTP_503, "Salesforce is away");
                  },
                  () -> 0,
                  () -> {},
                  () -> {},
                  () -> {},
                  () -> {}),
              new JobSettings(Duration.ofMillis(100), Duration.ofSeconds(1)));
      await().until(() -> sweeps.get() >= 2);
      jobs.close();
    }
  }

  @Test
  @DisplayName("a sweep planned under a longer interval is pulled forward at the start")
  void sweepIsPulledForward() {
    planSweepIn("1 hour");

    SweepForward.pull(plain, Duration.ofMinutes(1));

    assertThat(secondsUntilSweep()).isBetween(1.0, 60.0);
  }

  @Test
  @DisplayName("one that is planned sooner, or is running, stays as it is")
  void soonerSweepStays() {
    planSweepIn("5 seconds");
    SweepForward.pull(plain, Duration.ofMinutes(1));
    assertThat(secondsUntilSweep()).isLessThanOrEqualTo(5.0);

    planSweepIn("1 hour");
    Databases.execute(database, "update kaitsu.scheduled_tasks set picked = true");
    SweepForward.pull(plain, Duration.ofMinutes(1));
    assertThat(secondsUntilSweep()).isGreaterThan(3_000.0);
  }

  @Test
  @DisplayName("jobs that start pull it forward")
  void startPullsForward() {
    planSweepIn("1 hour");
    var sweeps = new AtomicInteger();
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var jobs =
          store.startJobs(
              claim -> new WorkOutcome.Settled(),
              new RecurringWork(
                  sweeps::incrementAndGet, () -> 0, () -> {}, () -> {}, () -> {}, () -> {}),
              new JobSettings(Duration.ofMillis(100), Duration.ofSeconds(1)));
      await().until(() -> sweeps.get() >= 1);
      jobs.close();
    }
  }

  @Test
  @DisplayName("events received long ago are forgotten, recent ones are not")
  void forgetsOldEvents() {
    Databases.execute(
        database,
        "insert into kaitsu.inbox values ('t', 'old', 'x', now() - interval '8 days'),"
            + " ('t', 'recent', 'x', now() - interval '6 days')");

    new Housekeeping(plain).run();

    assertThat(Databases.column(database, "select event_key from kaitsu.inbox"))
        .containsExactly("recent");
  }

  private void planSweepIn(String time) {
    Databases.execute(database, "delete from kaitsu.scheduled_tasks");
    Databases.execute(
        database,
        "insert into kaitsu.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " values ('sweep', 'recurring', now() + interval '%s', false, 1)".formatted(time));
  }

  private double secondsUntilSweep() {
    return Double.parseDouble(
        Databases.text(
            database,
            "select extract(epoch from execution_time - now()) from kaitsu.scheduled_tasks"));
  }
}
