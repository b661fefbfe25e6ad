package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.InboxContract;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The inbox in PostgreSQL")
class PostgresInboxTest extends InboxContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();

  private final Engine engine = new Engine(DATABASE);

  @Override
  protected Inbox inbox() {
    return new PostgresInbox(Engine.databaseOf(DATABASE), new Doorbell(new SilentWakeUps()));
  }

  @Override
  protected StreamLeases leases() {
    return new PostgresStreamLeases(Engine.databaseOf(DATABASE), "node", Duration.ofSeconds(10));
  }

  @Override
  protected Inbox brokenInbox() {
    return new PostgresInbox(Engine.brokenDatabase(), new Doorbell(new SilentWakeUps()));
  }

  @Override
  protected boolean isDue(OrderId order) {
    return !Databases.column(
            DATABASE,
            "select 1 from kaitsu.scheduled_tasks where task_instance = '%s' and not picked and execution_time <= now()"
                .formatted(order))
        .isEmpty();
  }

  @Override
  protected Claim claim(OrderId order) {
    return engine.claim(order);
  }

  @Override
  protected void complete(Claim claim, WorkOutcome outcome) {
    engine.complete(claim, outcome);
  }

  @Override
  protected Optional<Payload> parkedPayload(String topic, String key) {
    return Databases.column(
            DATABASE,
            "select encode(payload, 'hex') from kaitsu.parked_events where topic = '%s' and event_key = '%s'"
                .formatted(topic, key))
        .stream()
        .findFirst()
        .map(hex -> new Payload(HexFormat.of().parseHex(hex)));
  }
}
