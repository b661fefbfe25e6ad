package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.LinkedElsewhereException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which billing order belongs to which order. */
final class BillingLinks {
  private static final String LINK =
      """
      insert into kaitsu.billing_links (billing_order_id, order_id)
      select billed, :order from unnest(:billed) as billed order by billed
      on conflict do nothing
      """;

  private static final String LINKED_TO_OTHERS =
      """
      select billing_order_id from kaitsu.billing_links
      where billing_order_id = any(:billed) and order_id <> :order
      """;

  private BillingLinks() {}

  static boolean concern(LedgerFact fact) {
    return !mentionedIn(fact).isEmpty();
  }

  /**
   * Links the billing orders that the facts name.
   *
   * @throws LinkedElsewhereException if one that the order is billed as belongs to another order
   */
  static void add(Handle handle, OrderId order, List<LedgerFact> facts) {
    var mentioned = facts.stream().flatMap(fact -> mentionedIn(fact).stream()).toList();
    handle
        .createUpdate(LINK)
        .bind("order", order.value())
        .bindArray("billed", Long.class, numbers(mentioned))
        .execute();
    var billed = facts.stream().filter(LedgerFact.Billed.class::isInstance);
    var taken =
        linkedToOthers(handle, order, billed.flatMap(f -> mentionedIn(f).stream()).toList());
    if (!taken.isEmpty()) {
      throw new LinkedElsewhereException(order, taken);
    }
  }

  static Set<BillingOrderId> linkedToOthers(
      Handle handle, OrderId order, Collection<BillingOrderId> billed) {
    return handle
        .createQuery(LINKED_TO_OTHERS)
        .bind("order", order.value())
        .bindArray("billed", Long.class, numbers(billed))
        .mapTo(Long.class)
        .map(BillingOrderId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<BillingOrderId> mentionedIn(LedgerFact fact) {
    if (fact instanceof LedgerFact.Billed billed) {
      return List.of(billed.id());
    }
    if (fact instanceof LedgerFact.LostOrderFound found) {
      return List.of(found.id());
    }
    return fact instanceof LedgerFact.DuplicatesFound duplicates ? duplicates.others() : List.of();
  }

  private static List<Long> numbers(Collection<BillingOrderId> ids) {
    return ids.stream().map(BillingOrderId::value).toList();
  }
}
