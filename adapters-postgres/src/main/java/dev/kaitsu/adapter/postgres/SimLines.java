package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.sim.PhoneNumber;
import org.jdbi.v3.core.Handle;

/** Which order a line is, or may be, activated for: one at a time. */
final class SimLines {
  private static final String LINK =
      """
      insert into kaitsu.sim_lines (line, order_id) values (:line, :order)
      on conflict (line) do update set order_id = excluded.order_id
      where sim_lines.order_id = excluded.order_id
      """;

  private SimLines() {}

  static boolean freedBy(LedgerFact fact) {
    return (fact instanceof LedgerFact.SimCallRefused refused && refused.lineFree())
        || (fact instanceof LedgerFact.SimAttested attested && !attested.live());
  }

  /** Links the line, or says that it is another order's. */
  static boolean link(Handle handle, PhoneNumber line, OrderId order) {
    return handle
            .createUpdate(LINK)
            .bind("line", line.digits())
            .bind("order", order.value())
            .execute()
        == 1;
  }

  static void free(Handle handle, OrderId order) {
    handle.execute("delete from kaitsu.sim_lines where order_id = ?", order.value());
  }
}
