package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One method per API action. */
final class WhmcsClient implements AutoCloseable {
  private final WhmcsTransport transport;

  WhmcsClient(WhmcsTransport transport) {
    this.transport = transport;
  }

  Answer addOrder(WhmcsCall call) {
    return transport.send(call);
  }

  /** Also refuses what was accepted before. */
  Answer acceptOrder(BillingOrderId order, Optional<Boolean> autoSetup) {
    var fields = new ArrayList<FormField>();
    fields.add(field("orderid", order));
    autoSetup.ifPresent(on -> fields.add(field("autosetup", on ? 1 : 0)));
    return transport.send(WhmcsCall.write("AcceptOrder", fields, reply -> true));
  }

  /** All orders of a client, none of any other. */
  List<OrderRow> orders(BillingClientId client) {
    var listing =
        new Listing(
            start ->
                read(
                    WhmcsCall.read(
                        "GetOrders",
                        field("userid", client),
                        field("limitstart", start),
                        field("limitnum", Listing.PAGE_SIZE)),
                    reply -> Listing.Page.of(reply, "orders", "order")));
    return all("GetOrders", listing, OrderRow::of).stream()
        .filter(row -> row.client().orElse(client.value()) == client.value())
        .toList();
  }

  Optional<OrderRow> order(BillingOrderId id) {
    var rows =
        read(
            WhmcsCall.read("GetOrders", field("id", id)),
            reply -> reply.rows("orders", "order").stream().map(OrderRow::of).toList());
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** All services of a client, none of any other. */
  List<ServiceRow> services(BillingClientId client) {
    return each(serviceRows(client), "GetClientsProducts", ServiceRow::of).stream()
        .filter(row -> row.client().orElse(client.value()) == client.value())
        .toList();
  }

  /** What WHMCS lists as services of a client, as it is written. */
  List<WireObject> serviceRows(BillingClientId client) {
    var listing =
        new Listing(
            start ->
                read(
                    WhmcsCall.read(
                        "GetClientsProducts",
                        field("clientid", client),
                        field("limitstart", start),
                        field("limitnum", Listing.PAGE_SIZE)),
                    reply -> Listing.Page.of(reply, "products", "product")));
    return all("GetClientsProducts", listing, UnaryOperator.identity());
  }

  List<BilledService> services(BillingClientId client, BillingOrderId order) {
    var rows = services(client).stream().filter(row -> row.belongsTo(order.value())).toList();
    return each(rows, "GetClientsProducts", ServiceRow::billed);
  }

  /** Fields that are not named keep their values. */
  void updateCustomFields(long service, Map<Long, String> values) {
    var call =
        WhmcsCall.write(
            "UpdateClientProduct",
            List.of(
                field("serviceid", service), field("customfields", PhpSerialized.texts(values))),
            reply -> true);
    understand(call, transport.send(call), reply -> service);
  }

  boolean hasPayMethod(BillingClientId client) {
    return read(
        WhmcsCall.read("GetPayMethods", field("clientid", client)),
        reply -> !reply.rows("paymethods", "paymethod").isEmpty());
  }

  /** The product; empty if there is none, or if our role may not read products. */
  Optional<ProductRow> product(ProductId product) {
    var call = WhmcsCall.read("GetProducts", field("pid", product));
    var answer = transport.send(call);
    if (answer instanceof Answer.Denied denied && denied.problem() == AccessProblem.PERMISSION) {
      return Optional.empty();
    }
    return understand(
        call,
        answer,
        reply ->
            reply.rows("products", "product").stream()
                .filter(row -> row.id("pid").orElse(0) == product.value())
                .findFirst()
                .map(ProductRow::of));
  }

  /** Whether WHMCS answers at all, and lets us call an action that has no effect. */
  Answer ask(String action, FormField... fields) {
    return transport.send(WhmcsCall.read(action, fields));
  }

  /** What the last answer said of the server's time; empty if it said nothing. */
  Optional<Instant> serverTime() {
    return transport.serverTime();
  }

  /** Those of the products that there are. */
  List<WireObject> products(Collection<ProductId> products) {
    var pids = products.stream().map(ProductId::toString).collect(Collectors.joining(","));
    return read(
        WhmcsCall.read("GetProducts", field("pid", pids)),
        reply -> reply.rows("products", "product"));
  }

  /** System names of the active payment gateways. */
  List<String> gateways() {
    return read(
        WhmcsCall.read("GetPaymentMethods"),
        reply ->
            reply.rows("paymentmethods", "paymentmethod").stream()
                .flatMap(row -> row.text("module").stream())
                .toList());
  }

  private <T> T read(WhmcsCall call, Function<WireObject, T> meaning) {
    return understand(call, transport.send(call), meaning);
  }

  static <T> T understand(WhmcsCall call, Answer answer, Function<WireObject, T> meaning) {
    if (answer instanceof Answer.Success success) {
      try {
        return meaning.apply(success.reply());
      } catch (WireObject.OddListException odd) {
        throw WhmcsErrors.unreadable(call, 200, "a list that is none: " + odd.getMessage());
      }
    }
    if (answer instanceof Answer.Denied denied) {
      throw WhmcsErrors.denied(call, denied);
    }
    throw refusedRead(call, (Answer.Refusal) answer);
  }

  private static ExternalCallException refusedRead(WhmcsCall call, Answer.Refusal refusal) {
    Predicate<FormField> names =
        each -> each.name().equals("clientid") || each.name().equals("userid");
    var client = call.fields().stream().filter(names).findFirst();
    if (client.isPresent() && refusal.message().toLowerCase(Locale.ROOT).startsWith("client")) {
      return ExternalCallException.refused(
          FailureCode.MAPPING_CUSTOMER_MISSING,
          "WHMCS has no client %s, which id_mappings names for the account of this order"
              .formatted(client.get().value()));
    }
    return WhmcsErrors.refusal(call, refusal);
  }

  static <T> List<T> all(String action, Listing listing, Function<WireObject, T> row) {
    var rows =
        listing
            .all()
            .orElseThrow(
                () ->
                    WhmcsErrors.unreadable(
                        WhmcsCall.read(action), 200, "a list that kept changing or is cut"));
    return each(rows, action, row);
  }

  private static <S, T> List<T> each(List<S> rows, String action, Function<S, T> meaning) {
    try {
      return rows.stream().map(meaning).toList();
    } catch (WireObject.OddListException odd) {
      throw WhmcsErrors.unreadable(
          WhmcsCall.read(action), 200, "a row without an id: " + odd.getMessage());
    }
  }

  private static FormField field(String name, Object value) {
    return new FormField(name, value.toString());
  }

  @Override
  public void close() {
    transport.close();
  }
}
