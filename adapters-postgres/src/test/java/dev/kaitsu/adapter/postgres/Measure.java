package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.sandbox.store.EmbeddedPostgresServer;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Measures the store on an embedded PostgreSQL that flushes every commit. Run by hand: the figures
 * belong to the machine.
 */
final class Measure {
  private static final int ORDERS = 4_000;
  private static final int REPLAYED = 100_000;
  private static final int BATCH = 200;

  private Measure() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var server = EmbeddedPostgresServer.start(PostgresOptions.crashSafe())) {
      server.createDatabase("measured");
      var config = PostgresConfig.of(server.databaseUrl("measured")).withWorkers(16);
      try (var store = PostgresStore.open(config)) {
        for (int round = 1; round <= 3; round++) {
          jobs(store, round, 5);
        }
        jobs(store, 4, 0);
        singleHints(store, 5);
        replay(store, "first delivery", 6);
        replay(store, "the same again", 6);
      }
    }
  }

  private static void jobs(PostgresStore store, int round, int steps) throws InterruptedException {
    var hints = Samples.hints(ORDERS).stream().map(h -> moved(h, round)).toList();
    var left = new CountDownLatch(ORDERS);
    OrderWork work =
        claim -> {
          for (int step = 0; step < steps; step++) {
            store.ledger().record(claim, List.of(fact()));
          }
          left.countDown();
          return new WorkOutcome.Settled();
        };
    for (int from = 0; from < ORDERS; from += BATCH) {
      store.inbox().hint(hints.subList(from, from + BATCH));
    }
    long start = System.nanoTime();
    var jobs = store.startJobs(work, Samples.NOTHING_RECURRING, JobSettings.standard());
    left.await();
    report("jobs with " + steps + " steps", ORDERS, start);
    jobs.close();
  }

  private static Hint moved(Hint hint, int round) {
    int number = Integer.parseInt(hint.order().value().substring(8, 15));
    return Samples.hint(round * 1_000_000 + number);
  }

  private static void singleHints(PostgresStore store, int round) {
    int count = 1_500;
    var took = new long[count];
    long all = System.nanoTime();
    for (int i = 0; i < count; i++) {
      var receipt = receipt("single", List.of(event(round * 1_000_000 + i, "k" + i)));
      long start = System.nanoTime();
      store.inbox().receive(receipt);
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    report(
        "single events; p50 %.2f ms p99 %.2f ms"
            .formatted(took[count / 2] / 1e6, took[count * 99 / 100] / 1e6),
        count,
        all);
  }

  private static void replay(PostgresStore store, String what, int round) {
    long start = System.nanoTime();
    for (int from = 0; from < REPLAYED; from += BATCH) {
      var events = new ArrayList<StreamEvent>();
      for (int i = from; i < from + BATCH; i++) {
        events.add(event(round * 1_000_000 + i % 20_000, "e" + i));
      }
      store.inbox().receive(receipt("replay", events));
    }
    report("events in batches of 200, " + what, REPLAYED, start);
  }

  private static Receipt receipt(String topic, List<StreamEvent> events) {
    var hints =
        events.stream()
            .map(e -> (StreamEvent.ProvisionRequested) e)
            .map(
                e ->
                    new Receipt.ReceivedHint(
                        e.key(), Hint.of(e.order(), HintSource.PLATFORM_EVENT)))
            .toList();
    return new Receipt(new EventBatch(topic, new ReplayId(new byte[] {1, 2, 3, 4}), events), hints);
  }

  private static StreamEvent event(int order, String key) {
    return new StreamEvent.ProvisionRequested(
        key,
        new ReplayId(key.getBytes(StandardCharsets.UTF_8)),
        Instant.EPOCH,
        Samples.order(order),
        Optional.empty());
  }

  private static LedgerFact fact() {
    return new LedgerFact.StepFinished("order_details", Duration.ofMillis(12));
  }

  private static void report(String what, int count, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-50s %,8d in %5.1f s: %,7.0f/s%n", what, count, seconds, count / seconds);
  }
}
