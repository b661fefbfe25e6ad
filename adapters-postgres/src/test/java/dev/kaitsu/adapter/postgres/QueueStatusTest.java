package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hints;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The queue's status")
class QueueStatusTest {
  private final PostgresDatabase database = Databases.fresh();
  private final PostgresStore store = PostgresStore.open(Databases.configOf(database));
  private final Engine engine = new Engine(database);

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  @DisplayName("is all zero when nothing waits")
  void empty() {
    assertThat(store.queue().status()).isEqualTo(new QueueStatus(0, 0, 0, 0, Duration.ZERO));
  }

  @Test
  @DisplayName("tells what is due, in work, for later and held, and the longest wait")
  void counts() {
    store.inbox().hint(hints(4));
    var later = Instant.now().plus(Duration.ofHours(1));
    engine.complete(engine.claim(order(0)), new ComeBack(later, "the look window"));
    engine.claim(order(1));
    Databases.execute(
        database,
        "update kaitsu.orders set held_since = now() where order_id = '%s'".formatted(order(0)));
    Databases.execute(
        database,
        "update kaitsu.scheduled_tasks set execution_time = now() - interval '95 seconds'"
            + " where task_instance = '%s'".formatted(order(2)));

    var status = store.queue().status();

    assertThat(status)
        .isEqualTo(new QueueStatus(2, 1, 1, 1, status.longestWait()))
        .extracting(QueueStatus::longestWait)
        .matches(wait -> wait.toSeconds() >= 90 && wait.toSeconds() < 120);
  }
}
