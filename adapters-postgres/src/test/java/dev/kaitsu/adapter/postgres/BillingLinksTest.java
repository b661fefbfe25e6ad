package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.LinkedElsewhereException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A billing order")
class BillingLinksTest {
  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final PostgresLedger ledger =
      new PostgresLedger(Engine.databaseOf(database), Duration.ofMinutes(1));

  @Test
  @DisplayName("never belongs to two orders: the second is refused loudly and records nothing")
  void belongsToOne() {
    ledger.record(engine.claim(order(1)), List.of(billed(77)));

    assertThatThrownBy(() -> ledger.record(engine.claim(order(2)), List.of(billed(77))))
        .isInstanceOf(LinkedElsewhereException.class)
        .hasMessageContainingAll("77", order(2).value());

    assertThat(ledger.recall(order(2)).entries()).isEmpty();
  }

  @Test
  @DisplayName("may be named again by its own order")
  void mayBeRepeated() {
    ledger.record(engine.claim(order(1)), List.of(new LedgerFact.LostOrderFound(id(77))));
    ledger.record(engine.claim(order(1)), List.of(billed(77)));

    assertThat(ledger.recall(order(1)).entries()).hasSize(2);
  }

  private static LedgerFact billed(int id) {
    return new LedgerFact.Billed(id(id), List.of(), false);
  }

  private static BillingOrderId id(int id) {
    return new BillingOrderId(id);
  }
}
