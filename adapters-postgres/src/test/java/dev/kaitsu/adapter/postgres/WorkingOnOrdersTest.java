package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@DisplayName("A hinted order is looked at")
class WorkingOnOrdersTest {
  private final PostgresDatabase database = Databases.fresh();
  private final PostgresStore store = PostgresStore.open(Databases.configOf(database));
  private final Queue<Claim> looks = new ConcurrentLinkedQueue<>();

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  @DisplayName("at once, with the hint's correlation id on every log line")
  void atOnce() {
    var logged = new ConcurrentLinkedQueue<String>();
    try (var jobs =
        start(
            claim -> {
              logged.add(MDC.get("correlationId") + " " + MDC.get("orderId"));
              return new Settled();
            })) {
      assertThat(jobs.stopping()).isFalse();
      store.inbox().hint(List.of(hint(1)));
      awaitIdle();
      assertThat(logged).containsExactly("cdc-order-%1$s %1$s".formatted(order(1)));
      assertThat(looks).containsExactly(new Claim(order(1), 1, 1, hint(1).correlation(), 0, 0));
    }
  }

  @Test
  @DisplayName("again, if a hint came while it was worked on")
  void hintWhileWorking() throws InterruptedException {
    var started = new CountDownLatch(1);
    var hinted = new CountDownLatch(1);
    try (var jobs =
        start(
            claim -> {
              started.countDown();
              awaitLatch(hinted);
              return new Settled();
            })) {
      store.inbox().hint(List.of(hint(1)));
      started.await();
      store.inbox().hint(List.of(hint(1)));
      assertThat(progress().working()).isTrue();
      hinted.countDown();
      awaitIdle();
      assertThat(jobs.stopping()).isFalse();
    }
    assertThat(looks).extracting(Claim::hintSeq).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("later, if the work says so; how often in a row is told")
  void comesBack() {
    try (var jobs =
        start(
            claim ->
                claim.deferrals() < 2 ? new ComeBack(Instant.now(), "a turn") : new Settled())) {
      assertThat(jobs.stopping()).isFalse();
      store.inbox().hint(List.of(hint(1)));
      awaitIdle();
      store.inbox().hint(List.of(hint(1)));
      awaitIdle();
    }
    assertThat(looks).extracting(Claim::deferrals).startsWith(0, 1, 2, 0);
  }

  @Test
  @DisplayName("at a hint, even if it was to be looked at much later")
  void hintPullsForward() {
    var later = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    try (var jobs =
        start(
            claim -> claim.epoch() == 1 ? new ComeBack(later, "the look window") : new Settled())) {
      assertThat(jobs.stopping()).isFalse();
      store.inbox().hint(List.of(hint(1)));
      await().untilAsserted(() -> assertThat(progress().nextLook()).contains(later));
      assertThat(progress().waitingFor()).contains("the look window");
      store.inbox().hint(List.of(hint(1)));
      awaitIdle();
    }
    assertThat(looks).hasSize(2);
  }

  @Test
  @DisplayName("again after a defect, with growing rests, and the job engine goes on")
  void defect() {
    try (var jobs =
        start(
            claim -> {
              throw new IllegalStateException("a defect");
            })) {
      store.inbox().hint(List.of(hint(1)));
      await()
          .untilAsserted(
              () ->
                  assertThat(progress().nextLook())
                      .hasValueSatisfying(
                          at -> assertThat(at).isAfter(Instant.now().minusSeconds(4))));
      assertThat(jobs.stopping()).isFalse();
    }
    assertThat(
            Databases.text(
                database,
                "select consecutive_failures from kaitsu.scheduled_tasks where task_name = 'fulfil'"))
        .isEqualTo("1");
  }

  @Test
  @DisplayName(
      "by somebody else once it was taken over: the first one writes and completes nothing")
  void frozenOwnerIsFenced() {
    var refused = new AtomicInteger();
    try (var jobs =
        start(
            claim -> {
              if (claim.epoch() == 1) {
                Databases.execute(database, "update kaitsu.orders set epoch = epoch + 1");
                try {
                  store.ledger().record(claim, List.of(new LedgerFact.AcceptSent()));
                } catch (LostClaimException e) {
                  refused.incrementAndGet();
                  throw e;
                }
              }
              return new Settled();
            })) {
      store.inbox().hint(List.of(hint(1)));
      await().until(() -> refused.get() == 1);
      assertThat(jobs.stopping()).isFalse();
    }
    assertThat(store.ledger().recall(order(1)).entries()).isEmpty();
    assertThat(progress().working()).isTrue();
  }

  private FulfillmentJobs start(OrderWork work) {
    return store.startJobs(
        claim -> {
          looks.add(claim);
          return work.work(claim);
        },
        Samples.NOTHING_RECURRING,
        new JobSettings(Duration.ofMinutes(1), Duration.ofSeconds(5)));
  }

  private OrderProgress progress() {
    return store.ledger().progress(order(1)).orElseThrow();
  }

  private void awaitIdle() {
    await()
        .until(
            () -> {
              var progress = progress();
              return !progress.working() && progress.nextLook().isEmpty();
            });
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
