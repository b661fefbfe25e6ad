package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import java.util.List;

/** One method per API action that concerns invoices. */
final class InvoiceCalls {
  private final WhmcsTransport transport;

  InvoiceCalls(WhmcsTransport transport) {
    this.transport = transport;
  }

  static WhmcsCall creating(InvoiceDraft draft) {
    return WhmcsCall.write(
        "CreateInvoice",
        List.of(
            field("userid", draft.client()),
            field("notes", draft.reference()),
            field("itemdescription1", draft.description()),
            field("itemamount1", draft.amount().toPlainString()),
            field("itemtaxed1", 0)),
        reply -> reply.id("invoiceid").isPresent());
  }

  static WhmcsCall capturing(InvoiceId invoice) {
    return WhmcsCall.write("CapturePayment", List.of(field("invoiceid", invoice)), reply -> true);
  }

  static WhmcsCall showing(InvoiceId invoice) {
    return WhmcsCall.read("GetInvoice", field("invoiceid", invoice));
  }

  Answer send(WhmcsCall call) {
    return transport.send(call);
  }

  /** All invoices of a client, none of any other. */
  List<WireObject> of(BillingClientId client) {
    var listing =
        new Listing(
            start -> {
              var call =
                  WhmcsCall.read(
                      "GetInvoices",
                      field("userid", client),
                      field("orderby", "id"),
                      field("order", "desc"),
                      field("limitstart", start),
                      field("limitnum", Listing.PAGE_SIZE));
              return WhmcsClient.understand(
                  call,
                  transport.send(call),
                  reply -> Listing.Page.of(reply, "invoices", "invoice"));
            });
    return WhmcsClient.all("GetInvoices", listing, row -> row).stream()
        .filter(row -> row.id("userid").orElse(client.value()) == client.value())
        .toList();
  }

  private static FormField field(String name, Object value) {
    return new FormField(name, value.toString());
  }
}
