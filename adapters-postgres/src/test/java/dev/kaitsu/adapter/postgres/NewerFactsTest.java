package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.NewerFactsException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order with facts of a newer version of Kaitsu")
class NewerFactsTest {
  private static final String TICKET =
      "select %s from kaitsu.scheduled_tasks where task_name = 'fulfil' and not picked";

  private final PostgresDatabase database = Databases.fresh();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  @DisplayName("is left alone by an older node, and a newer one goes on with it")
  void isLeftToNewerNode() {
    try (var older = PostgresStore.open(Databases.configOf(database))) {
      var jobs = start(older, claim -> settledAfterReading(older, claim.order()));
      older.inbox().hint(List.of(hint(1)));
      await().until(() -> looks.get() == 1 && isGivenBack());
      assertThat(Databases.text(database, TICKET.formatted("consecutive_failures"))).isEqualTo("1");
      assertThatThrownBy(() -> older.ledger().progress(order(1)))
          .isInstanceOf(NewerFactsException.class);
      jobs.close();
    }
    try (var newer = PostgresStore.open(Databases.configOf(database))) {
      var jobs = start(newer, claim -> new WorkOutcome.Settled());
      await().until(() -> Databases.column(database, TICKET.formatted("1")).isEmpty());
      jobs.close();
    }
    assertThat(looks).hasValue(2);
    assertThat(Databases.column(database, "select kind from kaitsu.facts"))
        .containsExactly("SimActivated");
  }

  @Test
  @DisplayName("is looked at ever later by older nodes, and at least once a minute")
  void restGrows() {
    var rests =
        IntStream.range(0, 8)
            .mapToObj(failures -> new Ticket(order(1), "node", 1, failures))
            .map(Rest::forNewerNode);

    assertThat(rests)
        .extracting(rest -> rest.time().toSeconds())
        .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  private FulfillmentJobs start(PostgresStore store, OrderWork work) {
    return store.startJobs(
        claim -> {
          looks.incrementAndGet();
          return work.work(claim);
        },
        Samples.NOTHING_RECURRING,
        new JobSettings(Duration.ofMinutes(1), Duration.ofSeconds(5)));
  }

  /** As the domain does it: whoever works on an order recalls it first. */
  private WorkOutcome settledAfterReading(PostgresStore store, OrderId order) {
    if (looks.get() == 1) {
      Databases.execute(
          database,
          "insert into kaitsu.facts (order_id, seq, epoch, kind, data) values ('%s', 1, 1, 'SimActivated', '{}')"
              .formatted(order));
    }
    store.ledger().recall(order);
    return new WorkOutcome.Settled();
  }

  private boolean isGivenBack() {
    return !Databases.column(database, TICKET.formatted("1")).isEmpty();
  }
}
