package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.util.Comparator;
import java.util.List;

/** Lists invoices, sorted by the server as {@code order} asks: by id, newest last by default. */
final class GetInvoices implements Action {
  private final Installation installation;

  GetInvoices(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Reply run(PhpArray form) {
    var byId = Comparator.comparingInt(WhmcsInvoice::id);
    boolean newestFirst = form.text("order").orElse("").equalsIgnoreCase("desc");
    List<WhmcsInvoice> found =
        installation.books().invoices().stream()
            .filter(each -> form.integer("userid").map(id -> id == each.clientId()).orElse(true))
            .filter(each -> form.text("status").map(each.status()::equals).orElse(true))
            .sorted(newestFirst ? byId.reversed() : byId)
            .toList();
    int start = Math.min(Math.max(0, form.integer("limitstart").orElse(0)), found.size());
    int rows = form.integer("limitnum").filter(n -> n > 0).orElse(25);
    var page = found.stream().skip(start).limit(Math.min(rows, installation.behaviour().pageCap));
    List<Row> shown = page.map(this::row).toList();
    return Reply.success(
        installation
            .row()
            .number("totalresults", found.size())
            .number("startnumber", start)
            .number("numreturned", shown.size())
            .list("invoices", "invoice", shown));
  }

  private Row row(WhmcsInvoice invoice) {
    return installation
        .row()
        .number("id", invoice.id())
        .number("userid", invoice.clientId())
        .blank("invoicenum")
        .text("date", invoice.date().toString())
        .text("duedate", invoice.date().toString())
        .text("datepaid", "0000-00-00 00:00:00")
        .money("total", invoice.total())
        .text("status", invoice.status())
        .text("notes", invoice.notes());
  }
}
