package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Whose creating call is under way for a client. */
final class ClientTurns {
  private static final String TAKE =
      """
      insert into kaitsu.client_turns as turn (client_id, order_id, epoch, until)
      values (:client, :order, :epoch, clock_timestamp() + :limit * interval '1 millisecond')
      on conflict (client_id) do update
      set order_id = excluded.order_id, epoch = excluded.epoch, until = excluded.until
      where turn.until < clock_timestamp() or turn.order_id = excluded.order_id
      """;

  private ClientTurns() {}

  static boolean endWith(LedgerFact fact) {
    return fact instanceof LedgerFact.Billed
        || fact instanceof LedgerFact.CreationRefused
        || fact instanceof LedgerFact.CreationUnanswered;
  }

  /** Takes the turn, or says that another order has it. */
  static boolean take(Handle handle, Claim claim, BillingClientId client, Duration limit) {
    int taken =
        handle
            .createUpdate(TAKE)
            .bind("client", client.value())
            .bind("order", claim.order().value())
            .bind("epoch", claim.epoch())
            .bind("limit", limit.toMillis())
            .execute();
    return taken == 1;
  }

  static void end(Handle handle, OrderId order) {
    handle.execute("delete from kaitsu.client_turns where order_id = ?", order.value());
  }
}
