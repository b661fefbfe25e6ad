package dev.kaitsu.crash.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What Salesforce, WHMCS and Freebit hold at one moment, and which promises that breaks. */
final class Books {
  private final Map<String, JsonNode> orders = new HashMap<>();
  private final JsonNode activations;
  private final Map<String, List<JsonNode>> billed = new HashMap<>();

  Books(JsonNode pages) {
    activations = pages.path("freebit");
    pages.path("salesforce").forEach(page -> orders.put(page.path("orderId").asText(), page));
    pages
        .path("whmcs")
        .forEach(
            page ->
                billed
                    .computeIfAbsent(page.path("marker").asText(), marker -> new ArrayList<>())
                    .add(page));
  }

  /** How often Freebit activated a line. */
  private int timesActivated(JsonNode order) {
    return activations.path(text(order, "SIM_Phone_Number__c")).asInt();
  }

  /** Everything both systems hold about an order, for comparison and for people. */
  String entry(String order) {
    return "%s %s".formatted(orders.get(order), billed.getOrDefault(order, List.of()));
  }

  /** WHMCS orders that say of no order that it is theirs. */
  List<JsonNode> unmarked() {
    return billed.getOrDefault("", List.of());
  }

  /**
   * The promises that were not kept: activated exactly once, by exactly one accepted WHMCS order
   * that Salesforce names, and failed before that only with one of these codes.
   */
  List<String> broken(String order, Set<String> mayFailWith) {
    var broken = new ArrayList<String>();
    var page = orders.get(order);
    if (page == null) {
      return List.of("Salesforce does not have it");
    }
    var history = texts(page.path("history"));
    var activated = history.stream().filter("Activated"::equals).count();
    if (activated != 1 || history.lastIndexOf("Activated") != history.size() - 1) {
      broken.add("it was Activated %d times: %s".formatted(activated, history));
    }
    history.stream()
        .filter(status -> status.startsWith("Failed"))
        .filter(Predicate.not(status -> mayFailWith.contains(status.replace("Failed ", ""))))
        .forEach(status -> broken.add("it was told to be " + status));
    if (!text(page, "Status").equals("Completed")
        || !text(page, "Activation_Error_Code__c").isEmpty()) {
      broken.add(
          "Salesforce shows Status %s, error code '%s'"
              .formatted(text(page, "Status"), text(page, "Activation_Error_Code__c")));
    }
    if (!text(page, "SIM_Phone_Number__c").isEmpty() && timesActivated(page) != 1) {
      broken.add("Freebit activated its line %d times".formatted(timesActivated(page)));
    }
    brokenBilling(page, billed.getOrDefault(order, List.of())).forEach(broken::add);
    return broken;
  }

  private static List<String> brokenBilling(JsonNode order, List<JsonNode> bills) {
    if (bills.size() != 1) {
      return List.of("WHMCS holds it %d times: %s".formatted(bills.size(), bills));
    }
    var bill = bills.get(0);
    var broken = new ArrayList<String>();
    if (!text(bill, "status").equals("Active")) {
      broken.add("its WHMCS order is " + text(bill, "status"));
    }
    if (!text(bill, "id").equals(text(order, "WHMCS_Order_ID__c"))) {
      broken.add(
          "Salesforce names WHMCS order '%s', not %s"
              .formatted(text(order, "WHMCS_Order_ID__c"), text(bill, "id")));
    }
    if (!new TreeSet<>(texts(order.path("services")))
        .equals(new TreeSet<>(texts(bill.path("services"))))) {
      broken.add(
          "its items name services %s, not %s"
              .formatted(order.path("services"), bill.path("services")));
    }
    return broken;
  }

  private static String text(JsonNode page, String field) {
    return page.path(field).asText();
  }

  private static List<String> texts(JsonNode values) {
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}
