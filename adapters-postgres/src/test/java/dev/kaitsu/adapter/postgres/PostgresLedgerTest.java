package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.LedgerContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The ledger in PostgreSQL")
class PostgresLedgerTest extends LedgerContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final Duration TURN_LIMIT = Duration.ofMinutes(2);

  private final Engine engine = new Engine(DATABASE);

  @Override
  protected Ledger ledger() {
    return new PostgresLedger(Engine.databaseOf(DATABASE), TURN_LIMIT);
  }

  @Override
  protected Ledger brokenLedger() {
    return new PostgresLedger(Engine.brokenDatabase(), TURN_LIMIT);
  }

  @Override
  protected Claim claim(OrderId order) {
    return engine.claim(order);
  }

  @Override
  protected void theTurnsTimeRunsOut() {
    Databases.execute(DATABASE, "update kaitsu.client_turns set until = until - interval '3 min'");
  }
}
