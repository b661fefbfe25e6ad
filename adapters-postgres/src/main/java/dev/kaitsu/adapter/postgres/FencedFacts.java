package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.LostClaimException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Adds facts in one statement that a claim which is no longer the newest cannot pass. */
final class FencedFacts {
  private static final String ADD =
      """
      with fence as (
        update kaitsu.orders
        set fact_seq = fact_seq + :count,
            state = coalesce(:state, state),
            failure_code = coalesce(:failure, case when :clears then null else failure_code end),
            billing_order_id = coalesce(:billed, billing_order_id),
            updated_at = clock_timestamp()
        where order_id = :order and epoch = :epoch
        returning fact_seq - :count as before)
      insert into kaitsu.facts (order_id, seq, epoch, kind, data)
      select :order, fence.before + fact.position, :epoch, fact.kind, fact.data::jsonb
      from fence, unnest(:kinds, :data) with ordinality as fact (kind, data, position)
      """;

  private FencedFacts() {}

  /**
   * Adds the facts.
   *
   * @throws LostClaimException if somebody has a newer claim; nothing was written
   */
  static void add(Handle handle, Claim claim, List<LedgerFact> facts) {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("no facts to record for order " + claim.order());
    }
    var summary = OrderSummary.of(facts);
    int added =
        handle
            .createUpdate(ADD)
            .bind("order", claim.order().value())
            .bind("epoch", claim.epoch())
            .bind("count", facts.size())
            .bind("state", summary.state().orElse(null))
            .bind("failure", summary.failure().orElse(null))
            .bind("clears", summary.clearsFailure())
            .bind("billed", summary.billed().orElse(null))
            .bindArray("kinds", String.class, facts.stream().map(FactKinds::nameOf).toList())
            .bindArray("data", String.class, facts.stream().map(FactFormat::write).toList())
            .execute();
    if (added == 0) {
      throw new LostClaimException(claim.order());
    }
  }
}
