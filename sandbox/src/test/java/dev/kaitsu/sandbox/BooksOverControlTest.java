package dev.kaitsu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever judges from outside")
class BooksOverControlTest {
  private static final OutsideWorld WORLD = OutsideWorld.start(PostgresOptions.fast());
  private static DemoOrders demo;
  private final ControlCaller control = new ControlCaller(WORLD.control().uri());

  @BeforeAll
  static void sell() {
    demo = new DemoOrders(WORLD);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  @DisplayName("reads in Salesforce's book how an order stands, and each status it ever had")
  void salesforce() throws Exception {
    var order = demo.plain();
    var org = WORLD.salesforce();
    org.approve(order);
    org.data()
        .update(order, Map.of("Activation_Status__c", "Failed", "Activation_Error_Code__c", "504"));
    org.retry(order);
    org.data().update(order, Map.of("Activation_Status__c", "Activated", "WHMCS_Order_ID__c", "7"));
    var item = itemOf(order);
    org.data().update(item, Map.of("WHMCS_Service_ID__c", "70"));

    var page = entry("salesforce", "orderId", order);
    assertThat(page.path("history"))
        .extracting(JsonNode::asText)
        .containsExactly("Activating", "Failed 504", "Activating", "Activated");
    assertThat(page.path("Activation_Status__c").asText()).isEqualTo("Activated");
    assertThat(page.path("Activation_Error_Code__c").asText()).isEmpty();
    assertThat(page.path("WHMCS_Order_ID__c").asText()).isEqualTo("7");
    assertThat(page.path("services").path(item).asText()).isEqualTo("70");
  }

  @Test
  @DisplayName(
      "reads in WHMCS's book whose order it is, and how often its acceptance was asked for")
  void whmcs() throws Exception {
    var order = demo.plain();
    int client = WORLD.whmcs().books().clients().get(0).id();
    int pid = WORLD.whmcs().books().products().get(0).pid();
    whmcsCall(
        Map.of(
            "action",
            "AddOrder",
            "clientid",
            String.valueOf(client),
            "paymentmethod",
            "mailin",
            "pid[0]",
            String.valueOf(pid),
            "billingcycle[0]",
            "monthly",
            "notes",
            "sfOrderId=" + order));
    var made = WORLD.whmcs().books().ordersMarked(order).get(0);
    var accept = Map.of("action", "AcceptOrder", "orderid", String.valueOf(made.id()));
    whmcsCall(accept);
    whmcsCall(accept);

    var page = entry("whmcs", "marker", order);
    assertThat(page.path("id").asInt()).isEqualTo(made.id());
    assertThat(page.path("clientId").asInt()).isEqualTo(client);
    assertThat(page.path("status").asText()).isEqualTo("Active");
    assertThat(page.path("services")).hasSize(1);
    assertThat(page.path("accepts").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "KILL"})
  @DisplayName("takes PostgreSQL away and brings it back")
  void postgresAway(String act) throws Exception {
    control.page("POST", "/postgres", "{\"act\":\"%s\"}".formatted(act));
    assertThatThrownBy(this::ask).isInstanceOf(SQLException.class);

    control.page("POST", "/postgres", "{\"act\":\"START\"}");
    assertThat(ask()).isTrue();
  }

  @Test
  @DisplayName("breaks every connection to the database")
  void connectionsCut() throws Exception {
    try (var connection = DriverManager.getConnection(url())) {
      var answer = control.page("POST", "/postgres", "{\"act\":\"CUT\"}");

      assertThat(answer.path("connections").asInt()).isPositive();
      assertThat(connection.isValid(10)).isFalse();
    }
  }

  @Test
  @DisplayName("stops, starts, flushes, freezes and resumes Redis")
  void redis() throws Exception {
    for (var act : new String[] {"FLUSH", "FREEZE", "RESUME", "STOP", "START"}) {
      control.page("POST", "/redis", "{\"act\":\"%s\"}".formatted(act));
    }
    assertThat(control.call("POST", "/redis", "{\"act\":\"MELT\"}").body())
        .contains("\"field\":\"act\"");
  }

  private boolean ask() throws SQLException {
    try (var connection = DriverManager.getConnection(url())) {
      return connection.isValid(10);
    }
  }

  private static String url() {
    return WORLD.postgres().jdbcUrl("portal");
  }

  private JsonNode entry(String book, String key, String value) throws Exception {
    for (JsonNode page : control.page("GET", "/books", "").path(book)) {
      if (page.path(key).asText().equals(value)) {
        return page;
      }
    }
    throw new AssertionError("%s has no %s %s".formatted(book, key, value));
  }

  private static String itemOf(String order) {
    return WORLD.salesforce().data().records("OrderItem").stream()
        .filter(item -> order.equals(item.get("OrderId")))
        .map(item -> String.valueOf(item.get("Id")))
        .findFirst()
        .orElseThrow();
  }

  private void whmcsCall(Map<String, String> fields) throws Exception {
    var form = new HashMap<>(fields);
    form.put("identifier", WhmcsEmulator.IDENTIFIER);
    form.put("secret", WhmcsEmulator.SECRET);
    form.put("responsetype", "json");
    var body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    URI uri = WORLD.whmcs().apiUrl();
    control
        .http()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
