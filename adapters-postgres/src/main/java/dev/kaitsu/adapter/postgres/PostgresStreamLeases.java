package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StreamLeases;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Leases as rows, one per topic. Whoever changes a row waits until batches being received under its
 * term are in, and the other way round.
 */
final class PostgresStreamLeases implements StreamLeases {
  // The row is locked before conditions and new values are looked at, so they are of that moment.
  private static final String TAKE =
      """
      insert into kaitsu.stream_leases as lease (topic, owner, term, until)
      values (:topic, :me, 1, clock_timestamp() + :life * interval '1 millisecond')
      on conflict (topic) do update
      set owner = :me,
          until = clock_timestamp() + :life * interval '1 millisecond',
          term = lease.term
              + case when lease.owner = :me and lease.until > clock_timestamp() then 0 else 1 end
      where lease.owner = :me or lease.until <= clock_timestamp()
      returning term
      """;

  private static final String RENEW =
      """
      update kaitsu.stream_leases
      set until = clock_timestamp() + :life * interval '1 millisecond'
      where topic = :topic and owner = :me and term = :term and until > clock_timestamp()
      """;

  private static final String RELEASE =
      """
      update kaitsu.stream_leases set owner = null, until = '-infinity'
      where topic = :topic and owner = :me and term = :term
      """;

  private static final String HOLDER =
      "select owner from kaitsu.stream_leases where topic = :topic and until > clock_timestamp()";

  private static final String CONFIRM =
      "select term from kaitsu.stream_leases where topic = :topic and term = :term for share";

  private final Database database;
  private final String node;
  private final Duration life;

  PostgresStreamLeases(Database database, String node, Duration life) {
    this.database = database;
    this.node = node;
    this.life = life;
  }

  @Override
  public Optional<StreamLease> take(String topic) {
    return database
        .with(
            handle ->
                handle
                    .createQuery(TAKE)
                    .bind("topic", topic)
                    .bind("me", node)
                    .bind("life", life.toMillis())
                    .mapTo(Long.class)
                    .findOne())
        .map(term -> new StreamLease(topic, term));
  }

  @Override
  public boolean renew(StreamLease lease) {
    return database.with(
        handle ->
            handle
                    .createUpdate(RENEW)
                    .bind("topic", lease.topic())
                    .bind("me", node)
                    .bind("term", lease.term())
                    .bind("life", life.toMillis())
                    .execute()
                > 0);
  }

  @Override
  public void release(StreamLease lease) {
    database.with(
        handle ->
            handle
                .createUpdate(RELEASE)
                .bind("topic", lease.topic())
                .bind("me", node)
                .bind("term", lease.term())
                .execute());
  }

  @Override
  public Duration life() {
    return life;
  }

  @Override
  public Optional<String> holder(String topic) {
    return database.with(
        handle -> handle.createQuery(HOLDER).bind("topic", topic).mapTo(String.class).findOne());
  }

  /** Whether this is the topic's term; it stays so until the transaction ends. */
  static boolean confirm(Handle handle, StreamLease lease) {
    return handle
        .createQuery(CONFIRM)
        .bind("topic", lease.topic())
        .bind("term", lease.term())
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }
}
