package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where an order stands: its row, its ticket and its facts. */
final class Progress {
  private static final String READ =
      """
      select waiting_for, coalesce(ticket.picked, false) as working,
        case when not ticket.picked then ticket.execution_time end as next_look
      from kaitsu.orders
      left join kaitsu.scheduled_tasks as ticket
        on ticket.task_name = :task and ticket.task_instance = order_id
      where order_id = :order
      """;

  private record Standing(boolean working, Optional<Instant> nextLook, Optional<String> blocker) {}

  private Progress() {}

  static Optional<OrderProgress> of(Handle handle, OrderId order) {
    return handle
        .createQuery(READ)
        .bind("task", Tickets.TASK)
        .bind("order", order.value())
        .map(
            row ->
                new Standing(
                    row.getColumn("working", Boolean.class),
                    Optional.ofNullable(row.getColumn("next_look", Instant.class)),
                    Optional.ofNullable(row.getColumn("waiting_for", String.class))))
        .findOne()
        .map(
            standing ->
                new OrderProgress(
                    order,
                    standing.working(),
                    standing.nextLook(),
                    standing.blocker(),
                    History.of(handle, order).entries()));
  }
}
