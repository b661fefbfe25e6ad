package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On tables of a newer program")
class RollBackTest {
  private final PostgresDatabase database = Databases.fresh();

  @BeforeEach
  void newerTables() {
    Databases.execute(
        database,
        "alter table kaitsu.orders add column from_the_future text;"
            + "create table kaitsu.from_the_future (order_id text);"
            + "insert into kaitsu.flyway_schema_history"
            + " select 99, '99', 'from the future', type, 'V99__x.sql', 1, installed_by, now(), 1, true"
            + " from kaitsu.flyway_schema_history where version = '1'");
  }

  @Test
  @DisplayName("that allow it, this program starts and works on orders")
  void startsAndWorks() {
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var jobs =
          store.startJobs(
              claim -> {
                store
                    .ledger()
                    .record(claim, List.of(new LedgerFact.StepFinished("mapping", Duration.ZERO)));
                return new WorkOutcome.Settled();
              },
              Samples.NOTHING_RECURRING,
              JobSettings.standard());
      store.inbox().hint(List.of(hint(1)));
      await().until(() -> !store.ledger().recall(order(1)).entries().isEmpty());
      jobs.close();
    }
  }

  @Test
  @DisplayName("that need a newer one, it does not start, and says which and what to do")
  void needsNewer() {
    Databases.execute(database, "update kaitsu.schema_floor set version = 99");

    refusal()
        .hasMessageContainingAll(
            "of version 99 and need a program that knows version 99",
            "this one knows " + Databases.text(database, NEWEST_KNOWN),
            "start the newer program again, or restore a backup");
  }

  @Test
  @DisplayName("that do not say what they need, it does not start")
  void saysNothing() {
    Databases.execute(database, "drop table kaitsu.schema_floor");

    refusal().hasMessageContaining("start the newer program again");
  }

  @Test
  @DisplayName("it still does not start if what it knows of them was changed by hand")
  void changedByHand() {
    Databases.execute(
        database, "update kaitsu.flyway_schema_history set checksum = 1 where version = '2'");

    refusal().hasMessageContaining("not as this program left them");
  }

  private static final String NEWEST_KNOWN =
      "select max(version::int) from kaitsu.flyway_schema_history where version <> '99'";

  private AbstractThrowableAssert<?, ? extends Throwable> refusal() {
    return assertThatThrownBy(() -> PostgresStore.open(Databases.configOf(database)))
        .isInstanceOf(StoreStartException.class)
        .hasMessageNotContaining("\n");
  }
}
