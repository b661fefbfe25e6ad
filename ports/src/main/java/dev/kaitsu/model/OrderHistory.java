package dev.kaitsu.model;

import java.time.Instant;
import java.util.List;

/**
 * Everything the ledger knows about one order.
 *
 * @param entries in the order they were written; empty for an order never worked on
 * @param now the ledger's own time of reading, the same clock that stamped the entries: windows are
 *     measured on it, so that the clocks of several nodes need not agree
 */
public record OrderHistory(OrderId order, List<LedgerEntry> entries, Instant now) {
  public OrderHistory {
    entries = List.copyOf(entries);
  }
}
