package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import org.jdbi.v3.core.Handle;

/** Adds what a person states about an order, without a claim: beside whoever works on it. */
final class Statements {
  private static final String ADD =
      """
      with known as (
        update kaitsu.orders set fact_seq = fact_seq + 1, updated_at = clock_timestamp()
        where order_id = :order
        returning fact_seq, epoch)
      insert into kaitsu.facts (order_id, seq, epoch, kind, data)
      select :order, known.fact_seq, known.epoch, :kind, :data::jsonb from known
      """;

  private Statements() {}

  /** False if the order is unknown; nothing was added then. */
  static boolean add(Handle handle, OrderId order, LedgerFact.Statement statement) {
    return handle
            .createUpdate(ADD)
            .bind("order", order.value())
            .bind("kind", FactKinds.nameOf(statement))
            .bind("data", FactFormat.write(statement))
            .execute()
        > 0;
  }
}
