package dev.kaitsu.port.out;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import java.util.Optional;

/**
 * What charging for a top-up asks of the billing system. All calls throw {@link
 * ExternalCallException}: refused or unavailable only if nothing was changed, unknown otherwise.
 */
public interface Invoices {
  /** The client's invoice with the highest id; empty if there is none. */
  Optional<InvoiceId> newest(BillingClientId client);

  /**
   * The client's invoice that carries the reference, among those newer than {@code after}. Complete
   * or an exception: "none" proves that there was none when the look began, not that none will
   * appear.
   */
  Optional<InvoiceId> find(BillingClientId client, String reference, Optional<InvoiceId> after);

  /**
   * Makes an unpaid invoice, in exactly one request. <b>Calling it twice makes two.</b>
   *
   * @throws ExternalCallException refused or unavailable only if none was made
   */
  InvoiceId create(InvoiceDraft draft);

  /** Asks anew each time. */
  InvoiceStanding standing(InvoiceId invoice);

  /**
   * Charges the client's stored means of payment, in exactly one request. <b>Calling it twice may
   * charge twice.</b> A refusal is believed only after the invoice was read and found unpaid.
   *
   * @throws ExternalCallException refused with {@code PAYMENT_REFUSED} if the payment was refused
   */
  void capture(InvoiceId invoice);
}
