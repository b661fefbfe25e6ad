package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.hints;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.sandbox.store.EmbeddedPostgresServer;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However nodes race, crash and freeze")
class EngineRacesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UNLOOKED =
      "select order_id from kaitsu.orders where hint_seq > looked_seq";
  private static final String TICKETS =
      "select task_instance from kaitsu.scheduled_tasks where task_name = 'fulfil'";

  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final Claims claims = new Claims(Engine.databaseOf(database));

  @Test
  @DisplayName("a late pick whose ticket was revived elsewhere is refused and fences nobody")
  void stalePick() {
    var late = engine.pick(order(1), "node-a");
    var rightful = claims.claim(engine.pick(order(1), "node-b")).orElseThrow();

    assertThat(claims.claim(late)).isEmpty();
    record(rightful);
  }

  @Test
  @DisplayName(
      "a late pick never mistakes a later ticket for its own, even with its own node's name")
  void ticketVersionsNeverRepeat() {
    var late = engine.pick(order(1), "node-a");
    var other = engine.claim(order(1));
    engine.complete(other, new WorkOutcome.Settled());
    assertThat(Databases.column(database, TICKETS)).isEmpty();

    var fresh = engine.pick(order(1), "node-a");

    assertThat(claims.claim(late)).isEmpty();
    assertThat(claims.claim(fresh)).isPresent();
  }

  @Test
  @DisplayName(
      "an owner that wakes after a takeover neither writes, completes nor frees the ticket")
  void frozenOwner() {
    var frozen = engine.claim(order(1));
    var frozenTicket = engine.pick(order(1), "node-frozen");
    var owner = engine.claim(order(1));

    assertThatThrownBy(() -> record(frozen)).isInstanceOf(LostClaimException.class);
    engine.complete(frozen, new WorkOutcome.Settled());
    new Releases(Engine.databaseOf(database))
        .release(frozenTicket, frozen, Rest.brief(frozenTicket));

    assertThat(Databases.column(database, TICKETS + " and picked")).hasSize(1);
    record(owner);
    engine.complete(owner, new WorkOutcome.Settled());
    assertThat(Databases.column(database, TICKETS)).isEmpty();
  }

  @Test
  @DisplayName("a look that lost the order to a later claim of its own ticket frees nothing")
  void releaseChecksTheEpoch() {
    var ticket = engine.pick(order(1), "node-a");
    var frozen = claims.claim(ticket).orElseThrow();
    var owner = claims.claim(ticket).orElseThrow();
    assertThat(owner.epoch()).isGreaterThan(frozen.epoch());

    new Releases(Engine.databaseOf(database)).release(ticket, frozen, Rest.brief(ticket));
    assertThat(Databases.column(database, TICKETS + " and picked")).hasSize(1);

    new Releases(Engine.databaseOf(database)).release(ticket, owner, Rest.brief(ticket));
    assertThat(Databases.column(database, TICKETS + " and picked")).isEmpty();
  }

  @Test
  @DisplayName("a completion that is repeated after a broken connection changes nothing more")
  void repeatedCompletion() {
    var claim = engine.claim(order(1));
    engine.complete(claim, new WorkOutcome.Settled());
    engine.hint(order(1));

    engine.complete(claim, new WorkOutcome.Settled());

    assertThat(Databases.column(database, TICKETS)).hasSize(1);
    assertThat(Databases.column(database, UNLOOKED)).hasSize(1);
  }

  @Test
  @DisplayName("the orders of a dead node are taken over, with a claim that fences it")
  void takesOver() {
    var dead = engine.claim(order(1));
    var config = Databases.configOf(database).withTakeoverAfter(Duration.ofSeconds(1));
    var epochs = new ConcurrentLinkedQueue<Long>();
    try (var store = PostgresStore.open(config)) {
      var jobs =
          store.startJobs(
              claim -> {
                epochs.add(claim.epoch());
                return new WorkOutcome.Settled();
              },
              Samples.NOTHING_RECURRING,
              JobSettings.standard());
      awaitAllDone();
      jobs.close();
    }
    assertThat(epochs).containsExactly(dead.epoch() + 1);
  }

  @Test
  @DisplayName("no hint is lost and no order is worked on twice at once, on two nodes")
  void twoNodes() {
    var atOnce = new ConcurrentHashMap<OrderId, Boolean>();
    var overlaps = new AtomicInteger();
    var looks = new AtomicInteger();
    OrderWork work =
        claim -> {
          if (atOnce.putIfAbsent(claim.order(), true) != null) {
            overlaps.incrementAndGet();
          }
          looks.incrementAndGet();
          atOnce.remove(claim.order());
          return new WorkOutcome.Settled();
        };
    try (var a = PostgresStore.open(Databases.configOf(database));
        var b = PostgresStore.open(Databases.configOf(database))) {
      var jobsOnA = a.startJobs(work, Samples.NOTHING_RECURRING, JobSettings.standard());
      var jobsOnB = b.startJobs(work, Samples.NOTHING_RECURRING, JobSettings.standard());
      hintFromFourThreads(a);
      awaitAllDone();
      jobsOnA.close();
      jobsOnB.close();
    }
    assertThat(overlaps).hasValue(0);
    assertThat(looks).hasValueGreaterThanOrEqualTo(40);
  }

  @Test
  @DisplayName("all orders are done although every connection is cut again and again")
  void connectionsCut() {
    var config = Databases.configOf(database).withTakeoverAfter(Duration.ofSeconds(1));
    try (var store = PostgresStore.open(config)) {
      var cuts = new AtomicInteger();
      var jobs =
          store.startJobs(
              claim -> {
                if (claim.epoch() == 1 && claim.order().value().contains("5AA")) {
                  database.terminateConnections();
                  cuts.incrementAndGet();
                }
                return threeSteps(store, claim);
              },
              Samples.NOTHING_RECURRING,
              JobSettings.standard());
      store.inbox().hint(hints(100));
      awaitAllDone();
      jobs.close();
      assertThat(cuts).hasPositiveValue();
      assertStepsInOrder(store, 100);
    }
  }

  @Test
  @DisplayName("all orders are done although the database dies and comes back")
  void databaseRestarts() throws InterruptedException {
    try (var server = EmbeddedPostgresServer.start(PostgresOptions.crashSafe())) {
      server.createDatabase("restarted");
      var config =
          PostgresConfig.of(server.databaseUrl("restarted"))
              .withWorkers(4)
              .withTakeoverAfter(Duration.ofSeconds(1));
      try (var store = PostgresStore.open(config)) {
        var half = new CountDownLatch(50);
        var jobs =
            store.startJobs(
                claim -> {
                  half.countDown();
                  return threeSteps(store, claim);
                },
                Samples.NOTHING_RECURRING,
                JobSettings.standard());
        store.inbox().hint(hints(100));
        half.await();
        server.kill();
        assertThat(store.probe().problem()).isPresent();
        server.restart();
        awaitAllDone(new PostgresDatabase(server, "restarted"));
        jobs.close();
        assertThat(store.probe().problem()).isEmpty();
        assertStepsInOrder(store, 100);
      }
    }
  }

  private static void assertStepsInOrder(PostgresStore store, int orders) {
    for (int number = 0; number < orders; number++) {
      var entries = store.ledger().recall(order(number)).entries();
      assertThat(entries).extracting(LedgerEntry::epoch).isSorted();
      long last = entries.get(entries.size() - 1).epoch();
      assertThat(entries).filteredOn(entry -> entry.epoch() == last).hasSize(3);
    }
  }

  private static WorkOutcome threeSteps(PostgresStore store, Claim claim) {
    for (var step : List.of("validation", "mapping", "whmcs_create")) {
      store.ledger().record(claim, List.of(new LedgerFact.StepFinished(step, Duration.ZERO)));
    }
    return new WorkOutcome.Settled();
  }

  private static void hintFromFourThreads(PostgresStore store) {
    var threads =
        List.of(1L, 2L, 3L, 4L).stream()
            .map(
                seed ->
                    CompletableFuture.runAsync(
                        () -> {
                          var random = new Random(seed);
                          for (int i = 0; i < 250; i++) {
                            store
                                .inbox()
                                .hint(List.of(hint(random.nextInt(40)), hint(random.nextInt(40))));
                          }
                        }))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(threads).join();
  }

  private void awaitAllDone() {
    awaitAllDone(database);
  }

  private static void awaitAllDone(PostgresDatabase database) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(Databases.column(database, TICKETS)).isEmpty();
              assertThat(Databases.column(database, UNLOOKED)).isEmpty();
            });
  }

  private void record(Claim claim) {
    new PostgresLedger(Engine.databaseOf(database), Duration.ofMinutes(1))
        .record(claim, List.of(new LedgerFact.AcceptSent()));
  }
}
