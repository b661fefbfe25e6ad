package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.ParkedEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** The events that wait for somebody to settle them. */
final class PostgresParkedEvents implements ParkedEvents {
  private static final String OPEN =
      """
      select topic, event_key, replay_id, schema_id, reason, parked_at, length(payload) as size
      from kaitsu.parked_events where settled_at is null order by parked_at, topic, event_key
      """;

  private static final String PAYLOAD =
      """
      select payload from kaitsu.parked_events
      where topic = :topic and event_key = :key and settled_at is null
      """;

  private static final String SETTLE =
      """
      update kaitsu.parked_events set settled_at = clock_timestamp(), settled_as = :as
      where topic = :topic and event_key = :key and settled_at is null
      """;

  private static final String EXPLAIN =
      """
      update kaitsu.parked_events set reason = :reason
      where topic = :topic and event_key = :key and settled_at is null and reason <> :reason
      """;

  private final Database database;
  private final Doorbell doorbell;

  PostgresParkedEvents(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  @Override
  public List<ParkedEvent> open() {
    return database.with(handle -> handle.createQuery(OPEN).map(PostgresParkedEvents::row).list());
  }

  @Override
  public int countOpen() {
    return database.with(
        handle ->
            handle
                .createQuery("select count(*) from kaitsu.parked_events where settled_at is null")
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Optional<Payload> payload(String topic, String key) {
    return database.with(
        handle ->
            handle
                .createQuery(PAYLOAD)
                .bind("topic", topic)
                .bind("key", key)
                .mapTo(byte[].class)
                .findOne()
                .map(Payload::new));
  }

  @Override
  public boolean settle(String topic, String key, String as, List<Hint> hints) {
    var hinted = HintedOrder.from(hints);
    var orders = hinted.stream().map(HintedOrder::order).toList();
    boolean settled =
        database.inTransaction(
            handle -> {
              int rows =
                  handle
                      .createUpdate(SETTLE)
                      .bind("topic", topic)
                      .bind("key", key)
                      .bind("as", as)
                      .execute();
              if (rows == 1 && !hinted.isEmpty()) {
                Hints.lock(handle, orders);
                Hints.add(handle, hinted);
              }
              return rows == 1;
            });
    if (settled && !hinted.isEmpty()) {
      doorbell.ring();
    }
    return settled;
  }

  @Override
  public void explain(String topic, String key, String reason) {
    database.with(
        handle ->
            handle
                .createUpdate(EXPLAIN)
                .bind("topic", topic)
                .bind("key", key)
                .bind("reason", reason)
                .execute());
  }

  private static ParkedEvent row(RowView row) {
    return new ParkedEvent(
        row.getColumn("topic", String.class),
        row.getColumn("event_key", String.class),
        new ReplayId(row.getColumn("replay_id", byte[].class)),
        row.getColumn("schema_id", String.class),
        row.getColumn("reason", String.class),
        row.getColumn("parked_at", Instant.class),
        row.getColumn("size", Integer.class));
  }
}
