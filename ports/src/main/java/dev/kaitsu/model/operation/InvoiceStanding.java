package dev.kaitsu.model.operation;

/** Whether an invoice is paid. */
public enum InvoiceStanding {
  PAID,
  UNPAID,
  /** A payment is under way. */
  PENDING,
  /** Cancelled, refunded, given to collections, not yet published, or gone. */
  CLOSED
}
