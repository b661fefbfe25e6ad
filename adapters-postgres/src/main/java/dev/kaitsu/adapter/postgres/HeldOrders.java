package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.OrderId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Marks orders that wait for a system, and pulls them forward when their turn comes. */
final class HeldOrders {
  private static final String WAIT =
      """
      update kaitsu.orders
      set held_since = coalesce(held_since, clock_timestamp()), released = false
      where order_id = :order and not (released and :back)
      """;
  private static final String OLDEST =
      """
      select order_id from kaitsu.orders where held_since is not null
      order by held_since, order_id limit :most
      """;
  // As a hint does, so that a look that is just ending is followed by another one; it asks for
  // nothing, so the correlation id stays.
  private static final String START =
      """
      update kaitsu.orders
      set held_since = null, released = true, hint_seq = hint_seq + 1,
          updated_at = clock_timestamp()
      where order_id = any(:orders)
      """;

  private HeldOrders() {}

  /** False if the system is back and the order's turn has come. */
  static boolean enqueue(Handle handle, OrderId order, boolean back) {
    return handle.createUpdate(WAIT).bind("order", order.value()).bind("back", back).execute() == 1;
  }

  static int startOldest(Handle handle, int most) {
    var oldest = handle.createQuery(OLDEST).bind("most", most).mapTo(String.class).list();
    if (!oldest.isEmpty()) {
      start(handle, oldest);
    }
    return oldest.size();
  }

  private static void start(Handle handle, List<String> orders) {
    Hints.lock(handle, orders);
    handle.createUpdate(START).bindArray("orders", String.class, orders.toArray()).execute();
    Tickets.issue(handle, orders);
  }
}
