package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which order a line and a SIM card are, or may be, activated for: one at a time. */
final class SimLinks {
  private static final String LINK =
      """
      insert into kaitsu.sim_links as link (subject, order_id)
      select subject, :order from unnest(:subjects) as subject order by subject
      on conflict (subject) do update set order_id = excluded.order_id
      where link.order_id = excluded.order_id
      """;

  private SimLinks() {}

  /** The SIM that an intent or an effect is about. */
  static Optional<SimIdentity> activatedBy(LedgerFact fact) {
    if (fact instanceof LedgerFact.SimCallSent sent) {
      return Optional.of(sent.sim());
    }
    return fact instanceof LedgerFact.SimCallDone done ? Optional.of(done.sim()) : Optional.empty();
  }

  static boolean freedBy(LedgerFact fact) {
    return (fact instanceof LedgerFact.SimCallRefused refused && refused.lineFree())
        || (fact instanceof LedgerFact.SimAttested attested && attested.lineFree());
  }

  /** Links line and card, or says that one of them is another order's. */
  static boolean link(Handle handle, SimIdentity sim, OrderId order) {
    var subjects = subjects(sim);
    return handle
            .createUpdate(LINK)
            .bindArray("subjects", String.class, subjects)
            .bind("order", order.value())
            .execute()
        == subjects.size();
  }

  static void free(Handle handle, OrderId order) {
    handle.execute("delete from kaitsu.sim_links where order_id = ?", order.value());
  }

  private static List<String> subjects(SimIdentity sim) {
    var subjects = new ArrayList<>(List.of("line " + sim.line().digits()));
    sim.productNumber().map(ProductNumber::value).ifPresent(card -> subjects.add("card " + card));
    return subjects;
  }
}
