package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order is asked about over HTTP")
class OrdersOverHttpTest {
  private static final String TOKEN = "a-token-of-this-test";
  private static final String UNKNOWN = "801000000000ZZZ";
  private static Scene scene;
  private RunningServer server;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @BeforeEach
  void serve() {
    server = scene.serve(Map.of("KAITSU_API_TOKEN", TOKEN, "SF_EVENTS_ENABLED", "false"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @DisplayName("it is fulfilled as its caller asks, shown, and the log says who asked")
  void fulfill() {
    var order = scene.plainOrder();
    scene.world().salesforce().captureChanges(false);
    scene.approve(order);
    try (var log = new CapturedLog()) {
      var answer = server.post("/api/orders/%s/fulfill".formatted(order), TOKEN, "");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      scene.awaitActivation(order, "Activated");
      assertThat(
              log.says(
                  "Change over the API, asked for by tests: /api/orders/{orderId}/fulfill"
                      + " about {orderId=%s} was answered 202".formatted(order)))
          .isTrue();
    }
    var page = server.get("/api/orders/" + order, TOKEN);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(order, "creation sent");
  }

  @Test
  @DisplayName("one that is not Activating is refused, and one that nobody knows is not found")
  void refused() {
    var idle = scene.plainOrder();

    assertThat(server.post("/api/orders/%s/fulfill".formatted(idle), TOKEN, "").statusCode())
        .isEqualTo(409);
    assertThat(server.post("/api/orders/%s/fulfill".formatted(UNKNOWN), TOKEN, "").statusCode())
        .isEqualTo(404);
    assertThat(server.get("/api/orders/" + UNKNOWN, TOKEN).statusCode()).isEqualTo(404);
    assertThat(scene.creatingCalls(idle)).isZero();
  }

  @Test
  @DisplayName("a disowned WHMCS order stands in the ledger with who said so")
  void disown() {
    var order = scene.plainOrder();
    scene.approve(order);
    server.post("/api/orders/%s/fulfill".formatted(order), TOKEN, "");
    scene.awaitActivation(order, "Activated");
    var path = "/api/orders/%s/disown".formatted(order);

    assertThat(server.post(path, TOKEN, "{\"whmcsOrders\":[]}").statusCode()).isEqualTo(400);
    assertThat(server.post(path, TOKEN, "{\"whmcsOrders\":[0]}").statusCode()).isEqualTo(400);
    assertThat(server.post(path, TOKEN, "{\"whmcsOrders\":[4711]}").statusCode()).isEqualTo(200);

    assertThat(server.get("/api/orders/" + order, TOKEN).body()).contains("4711", "by=tests");
  }
}
