package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Adds what a person states about an order, without a claim: beside whoever works on it. */
final class Statements {
  private static final String ADD =
      """
      with known as (
        update kaitsu.orders set fact_seq = fact_seq + 1, updated_at = clock_timestamp()
        where order_id = :order and fact_seq = coalesce(cast(:seen as bigint), fact_seq)
        returning fact_seq, epoch)
      insert into kaitsu.facts (order_id, seq, epoch, kind, data)
      select :order, known.fact_seq, known.epoch, :kind, :data::jsonb from known
      """;

  private Statements() {}

  /**
   * False, and nothing added, if the order is unknown or has newer facts.
   *
   * @param seen the newest fact that whoever states it has seen; empty if that does not matter
   */
  static boolean add(Handle handle, OrderId order, LedgerFact statement, Optional<Long> seen) {
    return handle
            .createUpdate(ADD)
            .bind("order", order.value())
            .bind("seen", seen.orElse(null))
            .bind("kind", FactKinds.nameOf(statement))
            .bind("data", FactFormat.write(statement))
            .execute()
        > 0;
  }
}
