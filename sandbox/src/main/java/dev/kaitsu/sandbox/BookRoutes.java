package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder;
import dev.kaitsu.sandbox.whmcs.WhmcsService;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The control route that opens the systems' own books, for whoever judges from outside:
 *
 * <ul>
 *   <li>{@code GET /books} answers {@code salesforce}: every order's final fields, its items'
 *       service ids and each status it ever had; and {@code whmcs}: every order with its client,
 *       the Salesforce order its marker names, its status, its services by id, and how often its
 *       acceptance was asked for; and {@code freebit}: how often each line was activated
 * </ul>
 */
final class BookRoutes {
  private static final List<String> FIELDS =
      List.of(
          "Status",
          "Activation_Status__c",
          "Activation_Error_Code__c",
          "Activation_Error_Message__c",
          "WHMCS_Order_ID__c",
          "SIM_Phone_Number__c");

  private final SalesforceEmulator salesforce;
  private final WhmcsEmulator whmcs;
  private final FreebitEmulator freebit;

  BookRoutes(SalesforceEmulator salesforce, WhmcsEmulator whmcs, FreebitEmulator freebit) {
    this.freebit = freebit;
    this.salesforce = salesforce;
    this.whmcs = whmcs;
  }

  void registerAt(ControlEndpoint control) {
    control.register("GET /books", this::books);
  }

  private Object books(ControlRequest request) {
    request.only();
    return Map.of(
        "salesforce",
        salesforceOrders(),
        "whmcs",
        whmcsOrders(),
        "freebit",
        freebit.journal().activations());
  }

  private List<Map<String, Object>> salesforceOrders() {
    var items = new HashMap<Object, Map<String, Object>>();
    for (var item : salesforce.data().records("OrderItem")) {
      items
          .computeIfAbsent(item.get("OrderId"), id -> new LinkedHashMap<>())
          .put(String.valueOf(item.get("Id")), item.getOrDefault("WHMCS_Service_ID__c", ""));
    }
    return salesforce.data().records("Order").stream().map(order -> page(order, items)).toList();
  }

  private Map<String, Object> page(
      Map<String, Object> order, Map<Object, Map<String, Object>> items) {
    var id = String.valueOf(order.get("Id"));
    var page = new LinkedHashMap<String, Object>();
    page.put("orderId", id);
    FIELDS.forEach(field -> page.put(field, order.getOrDefault(field, "")));
    page.put("services", items.getOrDefault(id, Map.of()));
    page.put("history", salesforce.orderHistory().of(id));
    return page;
  }

  private List<Map<String, Object>> whmcsOrders() {
    Map<Integer, String> markers = new HashMap<>();
    whmcs
        .books()
        .ordersByMarker()
        .forEach((marker, orders) -> orders.forEach(order -> markers.put(order.id(), marker)));
    return whmcs.books().orders().stream()
        .map(order -> page(order, markers.getOrDefault(order.id(), "")))
        .toList();
  }

  private Map<String, Object> page(WhmcsOrder order, String marker) {
    var page = new LinkedHashMap<String, Object>();
    page.put("id", order.id());
    page.put("clientId", order.clientId());
    page.put("marker", marker);
    page.put("status", order.status());
    page.put("services", order.services().stream().map(WhmcsService::id).toList());
    page.put("accepts", whmcs.calls().accepts(order.id()));
    return page;
  }
}
