package dev.kaitsu.model;

import java.util.List;

/** What is to be billed: the whole creating request, and the order whose id marks it. */
public record BillingDraft(OrderId order, BillingClientId client, List<BillingLine> lines) {

  public BillingDraft {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a billing draft without lines for order " + order);
    }
    lines = List.copyOf(lines);
  }
}
