package dev.kaitsu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.sandbox.demo.DemoControls;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("From another process, over the control endpoint")
class OrdersOverControlTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OutsideWorld WORLD = OutsideWorld.start(PostgresOptions.fast());
  private final ControlCaller control = new ControlCaller(WORLD.control().uri());

  @BeforeAll
  static void sell() {
    DemoControls.register(WORLD, new DemoOrders(WORLD));
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void forget() throws Exception {
    control.call("DELETE", "/times", "");
  }

  @Test
  @DisplayName("orders are made for customers of their own, and many are approved one by one")
  void makeAndApprove() throws Exception {
    var orders = orders(3);

    control.call("POST", "/approve", JSON.writeValueAsString(Map.of("orderIds", orders)));

    var data = WORLD.salesforce().data();
    assertThat(orders).hasSize(3).doesNotHaveDuplicates();
    assertThat(orders)
        .extracting(id -> data.record("Order", id).orElseThrow().get("AccountId"))
        .doesNotHaveDuplicates();
    assertThat(orders)
        .allSatisfy(id -> assertThat(data.text(id, "Activation_Status__c")).contains("Activating"));
    assertThat(control.page("GET", "/times/open", "").path("open").asInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("an order's times tell its approval, its first read and its end, in this order")
  void times() throws Exception {
    var order = orders(1).get(0);
    control.call("POST", "/approve", "{\"orderId\":\"%s\"}".formatted(order));
    read(order);
    var readAt = way().path("readAt").asLong();
    read(order);
    WORLD.salesforce().data().update(order, Map.of("Activation_Status__c", "Activated"));

    var way = way();
    assertThat(way.path("orderId").asText()).isEqualTo(order);
    assertThat(way.path("outcome").asText()).isEqualTo("Activated");
    assertThat(way.path("readAt").asLong()).isEqualTo(readAt);
    assertThat(List.of(way.path("approvedAt").asLong(), readAt, way.path("endedAt").asLong()))
        .isSorted();
    assertThat(control.page("GET", "/times/open", "").path("open").asInt()).isZero();
  }

  @Test
  @DisplayName("an approval begins the times of its order anew")
  void approvedAgain() throws Exception {
    var order = orders(1).get(0);
    WORLD.salesforce().approve(order);
    WORLD.salesforce().data().update(order, Map.of("Activation_Status__c", "Failed"));
    WORLD.salesforce().retry(order);

    assertThat(way().has("outcome")).isFalse();
  }

  @Test
  @DisplayName("an order is announced as often as asked, and stays as it is")
  void announce() throws Exception {
    var order = orders(1).get(0);
    var topic = "/event/OrderProvisionRequested__e";
    int before = WORLD.bus().events(topic).size();

    control.call("POST", "/announce", "{\"orderIds\":[\"%s\"],\"times\":4}".formatted(order));

    assertThat(WORLD.bus().events(topic)).hasSize(before + 4);
    assertThat(WORLD.salesforce().data().text(order, "Status")).contains("Pending Review");
  }

  @Test
  @DisplayName("an unknown order is refused by name")
  void unknownOrder() throws Exception {
    var answer = control.call("POST", "/approve", "{\"orderIds\":[\"801000000000000AAA\"]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("unknown order: 801000000000000AAA");
    assertThat(control.call("POST", "/approve", "{\"orderIds\":7}").body()).contains("not a list");
  }

  private List<String> orders(int count) throws Exception {
    var made = control.page("POST", "/orders", "{\"count\":%d}".formatted(count));
    return JSON.convertValue(
        made.path("orderIds"),
        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  private JsonNode way() throws Exception {
    var ways = control.page("GET", "/times", "").path("orders");
    assertThat(ways).hasSize(1);
    return ways.get(0);
  }

  /** Without a session: what counts is that somebody asked. */
  private void read(String order) throws IOException, InterruptedException {
    var soql =
        URLEncoder.encode(
            "select Id from Order where Id = '%s'".formatted(order), StandardCharsets.UTF_8);
    var uri = WORLD.salesforce().uri().resolve("/services/data/v67.0/query?q=" + soql);
    control.http().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
