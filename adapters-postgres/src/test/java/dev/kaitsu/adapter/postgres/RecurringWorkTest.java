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
                  () -> {}),
              new JobSettings(Duration.ofMillis(100), Duration.ofSeconds(1)));
      await().until(() -> sweeps.get() >= 2);
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
}
