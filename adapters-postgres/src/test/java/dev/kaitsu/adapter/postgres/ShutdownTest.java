package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shutdown")
class ShutdownTest {
  private static final String RESTING =
      "select 1 from kaitsu.scheduled_tasks where task_name = 'fulfil' and not picked and execution_time <= now()";

  private final PostgresDatabase database = Databases.fresh();
  private final PostgresStore store = PostgresStore.open(Databases.configOf(database));
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  @DisplayName("lets running work finish")
  void drains() throws InterruptedException {
    var jobs = start(Duration.ofSeconds(30));
    var closing = CompletableFuture.runAsync(jobs::close);
    await().until(jobs::stopping);
    mayEnd.countDown();
    closing.join();

    assertThat(store.ledger().recall(order(1)).entries()).hasSize(1);
    assertThat(Databases.column(database, RESTING)).isEmpty();
  }

  @Test
  @DisplayName("interrupts long work, which another node goes on with at once")
  void interrupts() throws InterruptedException {
    var jobs = start(Duration.ofMillis(50));
    jobs.close();

    assertThat(Databases.column(database, RESTING)).hasSize(1);
    assertThat(store.ledger().recall(order(1)).entries())
        .as("what the interrupted work had learned is recorded")
        .hasSize(1);
  }

  private FulfillmentJobs start(Duration drainTime) throws InterruptedException {
    OrderWork work =
        claim -> {
          started.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            record(claim);
            throw new IllegalStateException("interrupted", e);
          }
          record(claim);
          return new WorkOutcome.Settled();
        };
    var jobs =
        store.startJobs(
            work, Samples.NOTHING_RECURRING, new JobSettings(Duration.ofMinutes(1), drainTime));
    store.inbox().hint(List.of(hint(1)));
    started.await();
    return jobs;
  }

  private void record(Claim claim) {
    store.ledger().record(claim, List.of(new LedgerFact.Accepted()));
  }
}
