package dev.kaitsu.adapter.postgres;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes hints durable, for one order or thousands, in a fixed number of statements. */
final class Hints {
  // Two statements, since the second must see rows that others committed during the first.
  private static final String CREATE =
      """
      insert into kaitsu.orders (order_id)
      select order_id from unnest(:orders) as order_id order by order_id
      on conflict do nothing
      """;
  private static final String LOCK =
      """
      select order_id from kaitsu.orders where order_id = any(:orders) order by order_id for update
      """;

  // The first request that no look has seen gives its correlation id: the whole way of the order is
  // found under it. A sweep's id only stands in until somebody asks.
  private static final String COUNT =
      """
      update kaitsu.orders as known
      set hint_seq = hint_seq + 1,
          correlation_id = case when gives.way then hint.correlation
                                else known.correlation_id end,
          asked = case when gives.way then hint.asked else known.asked end,
          set_aside = known.set_aside and not hint.asked,
          updated_at = clock_timestamp()
      from unnest(:orders, :correlations, :asked) as hint (order_id, correlation, asked),
        lateral (
          select before.correlation_id is null or before.hint_seq = before.looked_seq
            or (hint.asked and not before.asked) as way
          from kaitsu.orders as before where before.order_id = hint.order_id) as gives
      where known.order_id = hint.order_id
      """;

  private static final String IDLE =
      """
      select hinted.order_id from unnest(:orders) as hinted (order_id)
      where not exists (select 1 from kaitsu.scheduled_tasks
                        where task_name = :task and task_instance = hinted.order_id)
        and not exists (select 1 from kaitsu.orders as known
                        where known.order_id = hinted.order_id and known.set_aside)
      """;

  private Hints() {}

  /** Locks the orders' rows, in the order of their ids, and creates those that are missing. */
  static void lock(Handle handle, Collection<String> orders) {
    var ids = orders.toArray();
    handle.createUpdate(CREATE).bindArray("orders", String.class, ids).execute();
    handle.createQuery(LOCK).bindArray("orders", String.class, ids).mapTo(String.class).list();
  }

  /** Of locked orders, those that nobody works on, no ticket waits for, and are not set aside. */
  static List<String> idle(Handle handle, Collection<String> orders) {
    return handle
        .createQuery(IDLE)
        .bind("task", Tickets.TASK)
        .bindArray("orders", String.class, orders.toArray())
        .mapTo(String.class)
        .list();
  }

  /** Hints at locked orders: each is looked at after this. */
  static void add(Handle handle, List<HintedOrder> hinted) {
    var orders = hinted.stream().map(HintedOrder::order).toList();
    handle
        .createUpdate(COUNT)
        .bindArray("orders", String.class, orders)
        .bindArray(
            "correlations", String.class, hinted.stream().map(HintedOrder::correlation).toList())
        .bindArray("asked", Boolean.class, hinted.stream().map(HintedOrder::asked).toList())
        .execute();
    Tickets.issue(handle, orders);
  }
}
