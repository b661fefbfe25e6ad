package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.RecordRound;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
                  stopping -> true),
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
                  sweeps::incrementAndGet, () -> 0, () -> {}, () -> {}, () -> {}, stopping -> true),
              new JobSettings(Duration.ofMillis(100), Duration.ofSeconds(1)));
      await().until(() -> sweeps.get() >= 1);
      jobs.close();
    }
  }

  @Test
  @DisplayName("a round of records that a stop breaks off is soon due again, not in hours")
  void brokenOffRound() {
    var begun = new CountDownLatch(1);
    runRecords(
        stopping -> {
          begun.countDown();
          await().until(stopping::getAsBoolean);
          return true;
        },
        begun);

    assertThat(secondsUntilRecords()).isBetween(0.0, 60.0);
  }

  @Test
  @DisplayName("so is one that this node leaves to others; a round that is done rests for hours")
  void leftToOthers() {
    var asked = new CountDownLatch(1);
    runRecords(
        stopping -> {
          asked.countDown();
          return RecordRound.NEVER.run(stopping);
        },
        asked);
    assertThat(secondsUntilRecords()).isBetween(0.0, 60.0);

    Databases.execute(database, "update kaitsu.scheduled_tasks set execution_time = now()");
    var done = new CountDownLatch(1);
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var jobs =
          start(
              store,
              stopping -> {
                done.countDown();
                return true;
              });
      await().until(() -> done.getCount() == 0 && secondsUntilRecords() > 3_600);
      jobs.close();
    }
  }

  private void runRecords(RecordRound round, CountDownLatch until) {
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var jobs = start(store, round);
      await().until(() -> until.getCount() == 0);
      jobs.close();
    }
  }

  private static FulfillmentJobs start(PostgresStore store, RecordRound round) {
    return store.startJobs(
        claim -> new WorkOutcome.Settled(),
        new RecurringWork(() -> 0, () -> 0, () -> {}, () -> {}, () -> {}, round),
        new JobSettings(Duration.ofMinutes(1), Duration.ofSeconds(2)));
  }

  private double secondsUntilRecords() {
    return Double.parseDouble(
        Databases.text(
            database,
            "select extract(epoch from execution_time - now()) from kaitsu.scheduled_tasks"
                + " where task_name = 'records'"));
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
