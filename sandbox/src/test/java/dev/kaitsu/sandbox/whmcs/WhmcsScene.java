package dev.kaitsu.sandbox.whmcs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small installation: one client with a card, and a catalogue of five products. */
final class WhmcsScene implements AutoCloseable {
  static final int CLIENT = 1001;
  static final String MARKER = "801000000000001AAA";

  final WhmcsEmulator whmcs = WhmcsEmulator.start();
  final ApiCaller api = new ApiCaller(whmcs.apiUrl());

  WhmcsScene() {
    whmcs.add(WhmcsClient.active(CLIENT));
    whmcs.add(
        WhmcsProduct.monthly(182, "Internet Gold", "5000.00")
            .withCustomField(3, "OpportunityId")
            .withCustomField(9, "Reference")
            .withConfigOption(7, "Router", Map.of(42, "Own router", 43, "Home gateway")));
    whmcs.add(WhmcsProduct.oneTime(242, "Installation", "22800.00"));
    whmcs.add(WhmcsProduct.monthly(300, "Seats", "100.00").withAllowQty(1));
    whmcs.add(WhmcsProduct.monthly(301, "Storage", "10.00").withAllowQty(2));
    whmcs.add(WhmcsProduct.free(400, "Gift"));
  }

  /** Orders one Internet line with the marker in its notes. */
  JsonNode order(String... more) {
    return addOrder(fields(List.of("pid[0]", "182", "billingcycle[0]", "monthly"), more));
  }

  JsonNode addOrder(String... fields) {
    return api.call(
        "AddOrder",
        fields(
            List.of(
                "clientid",
                Integer.toString(CLIENT),
                "paymentmethod",
                "mailin",
                "notes",
                "sfOrderId=" + MARKER),
            fields));
  }

  /** The order an AddOrder answer speaks of, as the books have it. */
  WhmcsOrder booked(JsonNode answer) {
    return whmcs.books().order(answer.get("orderid").asInt()).orElseThrow();
  }

  private static String[] fields(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Override
  public void close() {
    whmcs.close();
  }
}
