package dev.kaitsu.sandbox.whmcs;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kaitsu.sandbox.php.PhpArray;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists services by client, id, product or domain, a page at a time. */
final class GetClientsProducts implements Action {
  private static final String MALFORMED =
      "Error generating JSON encoded response: Malformed UTF-8 characters, possibly incorrectly"
          + " encoded";

  private final Installation installation;

  GetClientsProducts(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Reply run(PhpArray form) {
    var page = Page.of(found(form), WhmcsService::id, installation.behaviour(), form);
    var damaged = installation.behaviour().clientsWithMalformedText;
    if (page.rows().stream().anyMatch(service -> damaged.contains(service.clientId()))) {
      return Reply.error(MALFORMED);
    }
    Row answer = installation.row();
    for (String filter : new String[] {"clientid", "serviceid", "pid", "domain"}) {
      var echo = form.text(filter);
      answer.with(filter, echo.isPresent() ? new TextNode(echo.get()) : NullNode.getInstance());
    }
    return Reply.success(
        answer
            .digits("totalresults", page.total())
            .number("startnumber", page.start())
            .number("numreturned", page.rows().size())
            .list("products", "product", page.rows().stream().map(this::row).toList()));
  }

  private List<WhmcsService> found(PhpArray form) {
    var books = installation.books();
    Optional<Integer> id = form.integer("serviceid");
    Optional<Integer> client = form.integer("clientid");
    Optional<Integer> pid = form.integer("pid");
    List<WhmcsService> narrowed;
    if (id.isPresent()) {
      narrowed = books.service(id.get()).stream().toList();
    } else {
      narrowed =
          client.map(books::ordersOf).orElseGet(books::orders).stream()
              .flatMap(order -> order.services().stream())
              .toList();
    }
    return narrowed.stream()
        .filter(service -> client.isEmpty() || service.clientId() == client.get())
        .filter(service -> pid.isEmpty() || service.pid() == pid.get())
        .filter(service -> form.text("domain").map(service.domain()::equals).orElse(true))
        .sorted(Comparator.comparingInt(WhmcsService::id))
        .toList();
  }

  private Row row(WhmcsService service) {
    var order = installation.books().order(service.orderId());
    String name = installation.books().product(service.pid()).map(WhmcsProduct::name).orElse("");
    String gateway = order.map(WhmcsOrder::paymentMethod).orElse("");
    String date = order.map(each -> each.date().toLocalDate().toString()).orElse("0000-00-00");
    Row row = installation.row().digits("id", service.id());
    if (installation.behaviour().knowsQuantities()) {
      row.digits("qty", service.qty());
    }
    boolean recurs = !service.cycle().equals("onetime") && !service.cycle().equals("free");
    return row.digits("clientid", service.clientId())
        .digits("orderid", service.orderId())
        .text("ordernumber", order.map(WhmcsOrder::orderNumber).orElse(""))
        .digits("pid", service.pid())
        .text("regdate", date)
        .text("name", name)
        .text("translated_name", name)
        .text("groupname", "Services")
        .text("translated_groupname", "Services")
        .text("domain", service.domain())
        .blank("dedicatedip", "servername", "serverip", "serverhostname", "suspensionreason")
        .digits("serverid", 0)
        .money("firstpaymentamount", service.amount())
        .text("recurringamount", recurs ? service.amount().setScale(2).toPlainString() : "0.00")
        .text("paymentmethod", gateway)
        .text("paymentmethodname", Installation.GATEWAYS.getOrDefault(gateway, gateway))
        .text("billingcycle", BillingCycles.shown(service.cycle()))
        .text("nextduedate", recurs ? date : "0000-00-00")
        .text("status", service.status())
        .blank("username", "subscriptionid", "overideautosuspend", "ns1", "ns2", "assignedips")
        // In clear, as the real server has it, so that a caller who logs answers is found out.
        .text("password", "service-password-" + service.id())
        .digits("promoid", 0)
        .text("overidesuspenduntil", "0000-00-00")
        .text("notes", service.notes())
        .list("customfields", "customfield", customFields(service))
        .list("configoptions", "configoption", configOptions(service));
  }

  private List<Row> customFields(WhmcsService service) {
    return installation.books().product(service.pid()).stream()
        .flatMap(product -> product.customFields().stream())
        .map(
            field ->
                installation
                    .row()
                    .digits("id", field.id())
                    .text("name", field.name())
                    .text("translated_name", field.name())
                    .text("value", service.customFields().getOrDefault(field.id(), "")))
        .toList();
  }

  private List<Row> configOptions(WhmcsService service) {
    return installation.books().product(service.pid()).stream()
        .flatMap(product -> product.configOptions().stream())
        .filter(option -> service.configOptions().containsKey(option.id()))
        .map(
            option -> {
              String choice = service.configOptions().getOrDefault(option.id(), "");
              return installation
                  .row()
                  .digits("id", option.id())
                  .text("option", option.name())
                  .text("type", "dropdown")
                  .text("value", chosen(option, choice));
            })
        .toList();
  }

  private static String chosen(WhmcsProduct.ConfigOption option, String choice) {
    return option.choices().entrySet().stream()
        .filter(each -> each.getKey().toString().equals(choice))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(choice);
  }
}
