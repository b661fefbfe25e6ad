package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes invoices, shows one, and charges stored cards for them. */
final class InvoiceActions {
  private static final String UNPAID = "Unpaid";
  private final Installation installation;

  InvoiceActions(Installation installation) {
    this.installation = installation;
  }

  /** One invoice for one item; the currency is the client's. Nothing is recognised as a repeat. */
  Reply createInvoice(PhpArray form) {
    var client = form.integer("userid").flatMap(installation.books()::client);
    if (client.isEmpty()) {
      return Reply.error("Client ID Not Found");
    }
    int id = installation.sequences().nextInvoice();
    var status = installation.behaviour().creditPaysInvoices ? "Paid" : UNPAID;
    var behaviour = installation.behaviour();
    installation
        .books()
        .put(
            new WhmcsInvoice(
                id,
                client.get().id(),
                installation.now().toLocalDate(),
                form.text("itemamount1").map(BigDecimal::new).orElse(BigDecimal.ZERO),
                status,
                behaviour.invoiceNotesStored ? form.text("notes").orElse("") : "",
                form.text("itemdescription1").orElse(""),
                0));
    return Reply.success(installation.row().number("invoiceid", id).text("status", status));
  }

  Reply getInvoice(PhpArray form) {
    return form.integer("invoiceid")
        .flatMap(installation.books()::invoice)
        .map(invoice -> Reply.success(row(invoice)))
        .orElseGet(() -> Reply.error("Invoice ID Not Found"));
  }

  Reply capturePayment(PhpArray form) {
    var invoice =
        form.integer("invoiceid")
            .flatMap(installation.books()::invoice)
            .filter(each -> each.status().equals(UNPAID));
    if (invoice.isEmpty()) {
      return Reply.error("Invoice Not Found or Not Unpaid");
    }
    boolean withCard =
        installation
            .books()
            .client(invoice.get().clientId())
            .map(WhmcsClient::withPayMethod)
            .orElse(false);
    return charge(invoice.get(), withCard ? installation.behaviour().cards : Optional.of("none"));
  }

  /** What the bank says: nothing against it, a refusal, or that it takes its time. */
  private Reply charge(WhmcsInvoice invoice, Optional<String> refusal) {
    if (refusal.isPresent()) {
      return Reply.error("Payment Attempt Failed: " + refusal.get());
    }
    var status = installation.behaviour().paymentsTakeTime ? "Payment Pending" : "Paid";
    installation.books().put(invoice.charged(status));
    return Reply.success(installation.row());
  }

  private Row row(WhmcsInvoice invoice) {
    var item =
        installation
            .row()
            .number("id", invoice.id())
            .blank("type")
            .number("relid", 0)
            .text("description", invoice.description())
            .money("amount", invoice.total())
            .number("taxed", 0);
    return installation
        .row()
        .number("invoiceid", invoice.id())
        .number("userid", invoice.clientId())
        .text("date", invoice.date().toString())
        .money("total", invoice.total())
        .money("balance", invoice.isPaid() ? BigDecimal.ZERO : invoice.total())
        .text("status", invoice.status())
        .text("notes", invoice.notes())
        .list("items", "item", List.of(item))
        .blank("transactions");
  }
}
