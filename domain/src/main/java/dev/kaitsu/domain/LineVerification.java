package dev.kaitsu.domain;

import dev.kaitsu.domain.mapping.LineCheck;
import dev.kaitsu.domain.step.Fulfillment;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.Claim;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;

/**
 * Compares, once an order is live, what was billed with what was ordered: the billing system drops
 * what it does not understand without a word. Nothing waits for it, and it only reports.
 */
final class LineVerification {
  private final Billing billing;
  private final FulfillmentListener listener;

  LineVerification(Billing billing, FulfillmentListener listener) {
    this.billing = billing;
    this.listener = listener;
  }

  void verify(Claim claim, Fulfillment live) {
    live.draft().ifPresent(draft -> verify(claim, draft, live.billed().orElseThrow()));
  }

  private void verify(Claim claim, BillingDraft draft, BilledOrder billed) {
    try {
      var services = billing.services(draft.client(), billed.id());
      LineCheck.difference(draft, services)
          .ifPresent(difference -> listener.linesDiffer(claim, billed.id(), difference));
    } catch (ExternalCallException unread) {
      listener.linesUnverified(claim, billed.id(), unread.halt());
    }
  }
}
