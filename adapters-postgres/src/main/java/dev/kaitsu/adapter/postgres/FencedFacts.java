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
            searching = coalesce(:searching, searching),
            unfinished = case when :progress then 1 else unfinished end,
            updated_at = clock_timestamp()
        where order_id = :order and epoch = :epoch
        returning fact_seq - :count as before)
      insert into kaitsu.facts (order_id, seq, epoch, kind, data)
      select :order, fence.before + fact.position, :epoch, fact.kind, fact.data::jsonb
      from fence, unnest(:kinds, :data) with ordinality as fact (kind, data, position)
      """;

  private static final String NEWEST =
      """
      select exists (select 1 from kaitsu.orders where order_id = :order and epoch = :epoch)
      """;

  private FencedFacts() {}

  /**
   * Returns if the claim is the newest.
   *
   * @throws LostClaimException if it is not
   */
  static void confirm(Handle handle, Claim claim) {
    boolean newest =
        handle
            .createQuery(NEWEST)
            .bind("order", claim.order().value())
            .bind("epoch", claim.epoch())
            .mapTo(Boolean.class)
            .one();
    if (!newest) {
      throw new LostClaimException(claim.order());
    }
  }

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
            .bind("searching", summary.searching().orElse(null))
            .bind("progress", facts.stream().anyMatch(LedgerFact::advances))
            .bindArray("kinds", String.class, facts.stream().map(FactKinds::nameOf).toList())
            .bindArray("data", String.class, facts.stream().map(FactFormat::write).toList())
            .execute();
    if (added == 0) {
      throw new LostClaimException(claim.order());
    }
  }
}
