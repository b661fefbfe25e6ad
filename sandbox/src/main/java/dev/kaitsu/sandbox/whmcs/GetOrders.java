package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Lists orders by id, client or status, a page at a time. */
final class GetOrders implements Action {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Installation installation;
  private final WhmcsStaff staff;

  GetOrders(Installation installation, WhmcsStaff staff) {
    this.installation = installation;
    this.staff = staff;
  }

  @Override
  public Reply run(PhpArray form) {
    var page = Page.of(found(form), WhmcsOrder::id, installation.behaviour(), form);
    Row answer =
        installation
            .row()
            .number("totalresults", page.total())
            .number("startnumber", page.start())
            .number("numreturned", page.rows().size())
            .list("orders", "order", page.rows().stream().map(this::row).toList());
    if (!page.isLast()) {
      form.integer("userid").ifPresent(staff::ordersBetweenPages);
    }
    return Reply.success(answer);
  }

  private List<WhmcsOrder> found(PhpArray form) {
    var books = installation.books();
    Optional<Integer> id = form.integer("id");
    Optional<Integer> client = form.integer("userid");
    List<WhmcsOrder> narrowed;
    if (id.isPresent()) {
      narrowed = books.order(id.get()).stream().toList();
    } else {
      narrowed = client.map(books::ordersOf).orElseGet(books::orders);
    }
    return narrowed.stream()
        .filter(order -> client.isEmpty() || order.clientId() == client.get())
        .filter(order -> form.text("status").map(order.status()::equals).orElse(true))
        .toList();
  }

  private Row row(WhmcsOrder order) {
    var client = installation.books().client(order.clientId());
    var invoice = order.invoiceId().flatMap(installation.books()::invoice);
    return installation
        .row()
        .number("id", order.id())
        .text("ordernum", order.orderNumber())
        .number("userid", order.clientId())
        .number("contactid", 0)
        .number("requestor_id", 0)
        .number("admin_requestor_id", 1)
        .text("date", DATE.format(order.date()))
        .blank("nameservers", "transfersecret", "renewals", "promocode", "promotype", "promovalue")
        .blank("orderdata")
        .money("amount", order.amount())
        .text("paymentmethod", order.paymentMethod())
        .number("invoiceid", order.invoiceId().orElse(0))
        .text("status", order.status())
        .text("ipaddress", "127.0.0.1")
        .blank("fraudmodule", "fraudoutput", "frauddata", "validationdata")
        .text("notes", order.notes())
        .text(
            "paymentmethodname",
            Installation.GATEWAYS.getOrDefault(order.paymentMethod(), order.paymentMethod()))
        .text("paymentstatus", invoice.map(WhmcsInvoice::status).orElse(""))
        .text("name", client.map(WhmcsClient::name).orElse(""))
        .text("currencyprefix", "")
        .text("currencysuffix", client.map(each -> " " + each.currency()).orElse(""))
        .list("lineitems", "lineitem", order.services().stream().map(this::lineItem).toList());
  }

  private Row lineItem(WhmcsService service) {
    var product = installation.books().product(service.pid());
    return installation
        .row()
        .text("type", "product")
        .number("relid", service.id())
        .text("producttype", "Other Product/Service")
        .text("product", "Services - " + product.map(WhmcsProduct::name).orElse(""))
        .text("domain", service.domain())
        .text("billingcycle", BillingCycles.shown(service.cycle()))
        .money("amount", service.amount())
        .text("status", service.status());
  }
}
