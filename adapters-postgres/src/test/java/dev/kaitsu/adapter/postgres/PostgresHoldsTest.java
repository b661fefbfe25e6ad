package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.HoldsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Holds in PostgreSQL")
class PostgresHoldsTest extends HoldsContract {
  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final Holds holds =
      new PostgresHolds(
          Engine.databaseOf(database), new Doorbell(new SilentWakeUps()), Duration.ZERO);

  @Override
  protected Holds holds() {
    return holds;
  }

  @Override
  protected void lookedAt(Hint hint) {
    new PostgresInbox(Engine.databaseOf(database), new Doorbell(new SilentWakeUps()))
        .hint(List.of(hint));
    var claim = engine.claim(hint.order());
    engine.complete(claim, new ComeBack(Instant.now().plus(Duration.ofHours(1)), "it waits"));
  }

  @Override
  protected boolean isDue(OrderId order) {
    return !Databases.column(
            database,
            "select 1 from kaitsu.scheduled_tasks where task_instance = '%s' and not picked and execution_time <= now()"
                .formatted(order))
        .isEmpty();
  }
}
