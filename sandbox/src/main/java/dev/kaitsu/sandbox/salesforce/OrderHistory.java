package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.Change;
import dev.kaitsu.sandbox.salesforce.store.Commit;
import dev.kaitsu.sandbox.salesforce.store.CommitListener;
import dev.kaitsu.sandbox.salesforce.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every activation status that an order has ever had, as field history tracking keeps it; a failure
 * with its code, as in {@code Failed 504}. Safe for use by many threads.
 */
public final class OrderHistory implements CommitListener {
  private static final String STATUS = "Activation_Status__c";
  private static final String CODE = "Activation_Error_Code__c";

  private final Map<String, List<String>> statuses = new HashMap<>();

  OrderHistory() {}

  /** The statuses of one order, oldest first. */
  public synchronized List<String> of(String orderId) {
    return List.copyOf(statuses.getOrDefault(orderId, List.of()));
  }

  @Override
  public void committed(Commit commit) {
    for (Change change : commit.changes()) {
      if (change.type().name().equals("Order") && change.changed(STATUS)) {
        change.after().flatMap(OrderHistory::entry).ifPresent(entry -> add(change.id(), entry));
      }
    }
  }

  private synchronized void add(String orderId, String entry) {
    statuses.computeIfAbsent(orderId, id -> new ArrayList<>()).add(entry);
  }

  private static Optional<String> entry(Row order) {
    var code = order.text(CODE).map(text -> " " + text).orElse("");
    return order.text(STATUS).map(status -> status + code);
  }
}
