package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.hints;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("When the database fails")
class FailingDatabaseTest {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String WAITING =
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

  private final int number = NUMBERS.incrementAndGet();

  static Stream<Arguments> everywhere() {
    return Stream.of(Trouble.values())
        .flatMap(trouble -> Stream.of(Writes.values()).map(write -> Arguments.of(trouble, write)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("everywhere")
  @DisplayName("one sentence says what to do, nothing is half in place, and it can be done later")
  void allOrNothing(Trouble trouble, Writes write) {
    var action = write.ready(DATABASE, number);
    var before = Databases.everything(DATABASE);
    trouble.strikes(DATABASE, List.of(write.lastTable()));

    assertThatThrownBy(action::run)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(trouble.advice())
        .hasMessageNotContaining("\n");
    assertThat(Databases.everything(DATABASE)).isEqualTo(before);

    trouble.isOver(DATABASE);
    assertThatCode(action::run).doesNotThrowAnyException();
    assertThat(Databases.everything(DATABASE)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Writes.class)
  @DisplayName("because of another transaction, it is done again at once, and nobody notices")
  void collidesBriefly(Writes write) {
    var action = write.ready(DATABASE, number);
    var before = Databases.everything(DATABASE);
    Trouble.SERIALIZATION_FAILURE.strikesBriefly(DATABASE, write, 2);

    assertThatCode(action::run).doesNotThrowAnyException();
    assertThat(Databases.everything(DATABASE)).isNotEqualTo(before);
    Trouble.SERIALIZATION_FAILURE.isOver(DATABASE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"DISK_FULL", "READ_ONLY", "KILLED_IN_COMMIT", "TOO_SLOW", "SERIALIZATION_FAILURE"})
  @DisplayName("for a while, all orders go on by themselves afterwards")
  void ordersGoOn(Trouble trouble) {
    var database = Databases.fresh();
    var config = Databases.configOf(database).withTakeoverAfter(Duration.ofSeconds(1));
    var begun = new CountDownLatch(1); // a read-only database would not even let a look begin
    var struck = new CountDownLatch(1);
    var failed = new CountDownLatch(1);
    try (var store = PostgresStore.open(config);
        var jobs =
            store.startJobs(
                claim -> {
                  begun.countDown();
                  awaitLatch(struck);
                  try {
                    return twoSteps(store, claim);
                  } catch (StoreException e) {
                    failed.countDown();
                    throw e;
                  }
                },
                Samples.NOTHING_RECURRING,
                JobSettings.standard())) {
      store.inbox().hint(hints(5));
      awaitLatch(begun);
      trouble.strikes(database, List.of("facts"));
      struck.countDown();
      awaitLatch(failed);
      trouble.isOver(database);

      await().atMost(PATIENCE).untilAsserted(() -> assertAllDone(database));
      assertThat(jobs.stopping()).isFalse();
      for (int order = 0; order < 5; order++) {
        assertThat(store.ledger().recall(order(order)).entries()).hasSize(2);
      }
    }
  }

  @Test
  @DisplayName("to take writes, readiness says so and why")
  void readOnlyIsNotReady() {
    var probe = new PostgresProbe(Engine.databaseOf(DATABASE));
    assertThat(probe.problem()).isEmpty();

    Trouble.READ_ONLY.strikes(DATABASE, List.of());

    assertThat(probe.problem().orElseThrow()).contains(Trouble.READ_ONLY.advice());
    Trouble.READ_ONLY.isOver(DATABASE);
  }

  @Test
  @DisplayName("in the answer to a commit, the write is in place as a whole, and is told as doubt")
  void lostAnswerToCommit() {
    var claim = new Engine(DATABASE).claim(order(number));
    var billed = new LedgerFact.Billed(new BillingOrderId(number), List.of(), false);
    var facts = List.<LedgerFact>of(new LedgerFact.AcceptSent(), billed);
    var ledger =
        new PostgresLedger(
            new Database(PostgresStore.jdbi(LostCommits.of(Databases.source(DATABASE)))),
            Duration.ofMinutes(1));

    assertThatThrownBy(() -> ledger.record(claim, facts))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("what is in place is read before anything is repeated");

    assertThat(ledger.recall(order(number)).entries())
        .extracting(LedgerEntry::fact)
        .isEqualTo(facts);
    assertThat(ledger.linkedToOthers(order(0), List.of(billed.id()))).containsExactly(billed.id());
  }

  @Test
  @DisplayName("in a deadlock with somebody's own transaction, ours is done again")
  void realDeadlock() throws Exception {
    var engine = new Engine(DATABASE);
    int low = NUMBERS.incrementAndGet();
    int high = NUMBERS.incrementAndGet();
    List.of(low, high).forEach(each -> engine.hint(order(each)));
    try (var operator = Databases.source(DATABASE).getConnection();
        var statement = operator.createStatement()) {
      operator.setAutoCommit(false);
      statement.execute("set local deadlock_timeout = '30s'"); // ours looks first, after 1 s
      statement.execute(lock(high));
      var ours =
          CompletableFuture.runAsync(
              () -> Writes.inbox(DATABASE).hint(List.of(hint(low), hint(high))));
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !Databases.column(DATABASE, WAITING).isEmpty());
      statement.execute(lock(low));
      operator.commit();
      ours.join();
    }
    assertThat(
            Databases.column(
                DATABASE,
                "select hint_seq from kaitsu.orders where order_id in ('%s', '%s')"
                    .formatted(order(low), order(high))))
        .containsExactly("2", "2");
  }

  private static String lock(int order) {
    return "select 1 from kaitsu.orders where order_id = '%s' for update".formatted(order(order));
  }

  private static void assertAllDone(PostgresDatabase database) {
    assertThat(
            Databases.column(
                database,
                "select order_id from kaitsu.orders where hint_seq > looked_seq"
                    + " union select task_instance from kaitsu.scheduled_tasks where task_name = 'fulfil'"))
        .isEmpty();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WorkOutcome twoSteps(PostgresStore store, Claim claim) {
    for (var step : List.of("validation", "mapping")) {
      store.ledger().record(claim, List.of(new LedgerFact.StepFinished(step, Duration.ZERO)));
    }
    return new WorkOutcome.Settled();
  }
}
