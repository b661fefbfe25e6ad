package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a Pending order with Pending services, and an invoice unless told otherwise. */
final class AddOrder implements Action {
  private static final List<String> LINE_ARRAYS =
      List.of(
          "pid",
          "qty",
          "billingcycle",
          "domain",
          "customfields",
          "configoptions",
          "priceoverride",
          "addons",
          "hostname");

  private final Installation installation;
  private final LineReader lineReader;

  AddOrder(Installation installation) {
    this.installation = installation;
    this.lineReader = new LineReader(installation);
  }

  @Override
  public Reply run(PhpArray form) {
    var client = form.integer("clientid").flatMap(installation.books()::client);
    if (client.isEmpty()) {
      return Reply.error("Client ID Not Found");
    }
    if (client.get().status().equals("Closed")) {
      return Reply.error("Unable to add order when client status is Closed");
    }
    String gateway = form.text("paymentmethod").orElse("");
    if (!Installation.GATEWAYS.containsKey(gateway)) {
      return Reply.error(
          "Invalid Payment Method. Valid options include "
              + String.join(",", Installation.GATEWAYS.keySet()));
    }
    for (String name : LINE_ARRAYS) {
      if (form.text(name).isPresent()) {
        return Reply.error("Expecting parameter '%s' to be an array".formatted(name));
      }
    }
    List<Line> lines = lineReader.read(form);
    if (lines.isEmpty()) {
      return Reply.error("No items added to cart so order cannot proceed");
    }
    return answer(place(client.get(), gateway, lines, form));
  }

  private WhmcsOrder place(WhmcsClient client, String gateway, List<Line> lines, PhpArray form) {
    int orderId = installation.sequences().nextOrder();
    String notes = form.text("notes").orElse("");
    List<WhmcsService> services = new ArrayList<>();
    for (Line line : lines) {
      for (int i = 0; i < line.services(); i++) {
        services.add(service(orderId, client, line));
      }
    }
    Notes where = installation.behaviour().notes;
    if (where == Notes.ON_SERVICE) {
      services.set(0, services.get(0).withNotes(notes));
    }
    BigDecimal total =
        services.stream().map(WhmcsService::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    var order =
        new WhmcsOrder(
            orderId,
            client.id(),
            installation.sequences().orderNumber(),
            installation.now(),
            gateway,
            total,
            invoice(client, total, form),
            "Pending",
            where == Notes.ON_ORDER ? notes : "",
            lines.stream().map(Line::asked).toList(),
            services);
    installation.books().put(order);
    return order;
  }

  private WhmcsService service(int orderId, WhmcsClient client, Line line) {
    return new WhmcsService(
        installation.sequences().nextService(),
        orderId,
        client.id(),
        line.product().pid(),
        line.cycle(),
        line.qtyPerService(),
        line.amountPerService(),
        line.domain(),
        installation.behaviour().creditPaysInvoices ? "Active" : "Pending",
        "",
        line.customFields(),
        line.configOptions());
  }

  private Optional<Integer> invoice(WhmcsClient client, BigDecimal total, PhpArray form) {
    if (form.truthy("noinvoice") || total.signum() == 0) {
      return Optional.empty();
    }
    int id = installation.sequences().nextInvoice();
    String status = installation.behaviour().creditPaysInvoices ? "Paid" : "Unpaid";
    var today = installation.now().toLocalDate();
    installation.books().put(new WhmcsInvoice(id, client.id(), today, total, status));
    return Optional.of(id);
  }

  private Reply answer(WhmcsOrder order) {
    String serviceIds =
        order.services().stream()
            .map(service -> Integer.toString(service.id()))
            .collect(Collectors.joining(","));
    Row row =
        installation
            .row()
            .digits("orderid", order.id())
            .text("productids", serviceIds)
            .text("serviceids", serviceIds)
            .blank("addonids", "domainids");
    if (order.invoiceId().isPresent()) {
      row.digits("invoiceid", order.invoiceId().get());
    } else {
      switch (installation.behaviour().noInvoice) {
        case ZERO -> row.number("invoiceid", 0);
        case EMPTY_TEXT -> row.blank("invoiceid");
        case MISSING -> {}
      }
    }
    return Reply.success(row);
  }
}
