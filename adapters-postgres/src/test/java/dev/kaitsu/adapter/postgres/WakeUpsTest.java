package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Without Redis, nodes wake each other through the database")
class WakeUpsTest {
  private final PostgresDatabase database = Databases.fresh();
  private final PostgresStore here = PostgresStore.open(Databases.configOf(database));
  private final PostgresStore there = PostgresStore.open(Databases.configOf(database));
  private final AtomicInteger woken = new AtomicInteger();

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  @DisplayName("a node hears the others, not itself")
  void hearsOthers() {
    listen();
    here.wakeUps().publish();
    there.wakeUps().publish();
    await().until(() -> woken.get() == 2);
    assertThat(woken).hasValue(2); // the first one told that listening began
  }

  @Test
  @DisplayName("after a broken connection it listens again, and looks once on its own")
  void listensAgain() {
    listen();
    database.terminateConnections();
    await().until(() -> woken.get() == 2);
    there.wakeUps().publish();
    await().until(() -> woken.get() == 3);
  }

  @Test
  @DisplayName("publishing into a database that is away is no error")
  void publishingNeverThrows() {
    new PostgresWakeUps(
            Engine.brokenDatabase(), Connections.plain(Databases.configOf(database)), "node")
        .publish();
  }

  @Test
  @DisplayName("a hint on one node is worked on by another")
  void hintTravels() {
    var looks = new AtomicInteger();
    var jobs =
        here.startJobs(
            claim -> {
              looks.incrementAndGet();
              return new WorkOutcome.Settled();
            },
            Samples.NOTHING_RECURRING,
            JobSettings.standard());
    there.inbox().hint(List.of(hint(1)));
    await().until(() -> looks.get() == 1);
    jobs.close();
  }

  private void listen() {
    here.wakeUps().onWakeUp(woken::incrementAndGet);
    await().until(() -> woken.get() == 1);
  }
}
