package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.port.out.TopicBook;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables that hold where topics stand, for people. */
final class PostgresTopicBook implements TopicBook {
  private static final String RECEIVED =
      """
      select event_key from kaitsu.inbox where topic = :topic and event_key = any(:keys)
      """;

  private static final String CENSUS =
      """
      select count(*) filter (where known.order_id is not null and ticket.task_instance is null) as settled,
        count(*) filter (where ticket.task_instance is not null) as working,
        count(*) filter (where known.order_id is null and ticket.task_instance is null) as unknown
      from (select distinct order_id as id from unnest(:orders) as order_id) as named
      left join kaitsu.orders as known on known.order_id = named.id
      left join kaitsu.scheduled_tasks as ticket
        on ticket.task_name = :task and ticket.task_instance = named.id
      """;

  // The lease comes first, as in every transaction that stores a batch: what its reader has under
  // way is stored before this, or not at all.
  private static final String DEPOSE =
      """
      insert into kaitsu.stream_leases as lease (topic, term) values (:topic, 1)
      on conflict (topic) do update set owner = null, term = lease.term + 1, until = '-infinity'
      """;

  private static final String NOTE =
      """
      insert into kaitsu.cursor_changes (topic, was, became, changed_by)
      select :topic, (select replay_id from kaitsu.cursors where topic = :topic), :became, :by
      """;

  private final Database database;

  PostgresTopicBook(Database database) {
    this.database = database;
  }

  @Override
  public List<TopicStanding> standings() {
    return database.with(TopicRows::all);
  }

  @Override
  public Set<String> received(String topic, Collection<String> keys) {
    return database.with(
        handle ->
            handle
                .createQuery(RECEIVED)
                .bind("topic", topic)
                .bindArray("keys", String.class, keys.toArray())
                .mapTo(String.class)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public OrderCensus census(Collection<OrderId> orders) {
    return database.with(
        handle ->
            handle
                .createQuery(CENSUS)
                .bind("task", Tickets.TASK)
                .bindArray("orders", String.class, orders.stream().map(OrderId::value).toArray())
                .map(
                    row ->
                        new OrderCensus(
                            row.getColumn("settled", Integer.class),
                            row.getColumn("working", Integer.class),
                            row.getColumn("unknown", Integer.class)))
                .one());
  }

  @Override
  public void begin(String topic, StreamPosition position, String by) {
    database.inTransaction(
        handle -> {
          handle.createUpdate(DEPOSE).bind("topic", topic).execute();
          handle
              .createUpdate(NOTE)
              .bind("topic", topic)
              .bind("became", position.toString())
              .bind("by", by)
              .execute();
          move(handle, topic, position, by);
          return true;
        });
  }

  private static void move(Handle handle, String topic, StreamPosition position, String by) {
    if (position instanceof StreamPosition.After after) {
      ReceivedEvents.moveCursor(handle, topic, after.id());
      return;
    }
    handle
        .createUpdate("delete from kaitsu.cursors where topic = :topic")
        .bind("topic", topic)
        .execute();
    ReplayRequests.ask(handle, topic, position instanceof StreamPosition.FromNowOn, by);
  }
}
