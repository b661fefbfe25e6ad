package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A SIM line is managed over HTTP")
class SimLinesOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOKEN = "a-token-of-this-test";
  private static final int CLIENT = 7_002;
  private static final String TOP_UP =
      "{\"client\": 7002, \"megabytes\": 1024, \"amount\": \"550\"}";
  private static final AtomicInteger LAST = new AtomicInteger();
  private static Scene scene;
  private final String line = "0902222%04d".formatted(LAST.incrementAndGet());
  private RunningServer server;

  @BeforeAll
  static void open() {
    scene = new Scene();
    scene.world().whmcs().add(WhmcsClient.active(CLIENT));
    scene.world().mappings().link("0015g00000SimHTAAA", CLIENT);
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @BeforeEach
  void serve() {
    scene.world().freebit().books().hasLine(line, "PASI_10G");
    server = serve(Map.of());
  }

  @AfterEach
  void stop() {
    scene.world().whmcs().faults().clear();
    server.close();
  }

  private static RunningServer serve(Map<String, String> more) {
    var variables = new HashMap<>(Map.of("KAITSU_API_TOKEN", TOKEN, "SF_EVENTS_ENABLED", "false"));
    variables.putAll(more);
    return scene.serve(variables);
  }

  private HttpResponse<String> post(String what, String body) {
    return server.post("/api/sim/lines/%s/%s".formatted(line, what), TOKEN, body);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private String stateOf(String id) {
    return json(server.get("/api/sim/operations/" + id, TOKEN)).at("/state").asText();
  }

  private void awaitState(String id, String state) {
    await().atMost(Scene.PATIENCE).until(() -> stateOf(id).equals(state));
  }

  private long charges() {
    return scene.world().whmcs().books().invoices().stream()
        .filter(each -> each.clientId() == CLIENT)
        .mapToInt(each -> each.charges())
        .sum();
  }

  @Test
  @DisplayName("it is shown without its number, and nobody without the token sees it")
  void shown() {
    var answer = server.get("/api/sim/lines/" + line, TOKEN);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("PASI_10G").doesNotContain(line);
    assertThat(server.get("/api/sim/lines/" + line + "/usage", TOKEN).statusCode()).isEqualTo(200);
    assertThat(server.get("/api/sim/lines/" + line).statusCode()).isEqualTo(401);
    assertThat(server.get("/api/sim/lines/09099990000", TOKEN).statusCode()).isEqualTo(404);
    var malformed = server.get("/api/sim/lines/123", TOKEN);
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.body()).contains("number", "11 to 14 digits");
  }

  @Test
  @DisplayName("a top-up is accepted, charged once and given once, whatever answers are lost")
  void topUp() {
    var before = charges();
    scene.world().whmcs().faults().script("CreateInvoice", Fault.after(Symptom.DROP), 1);
    scene.world().whmcs().faults().script("CapturePayment", Fault.after(Symptom.DROP), 1);

    var answer = post("top-ups", TOP_UP);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = json(answer).at("/operation").asText();
    awaitState(id, "done");
    assertThat(charges()).isEqualTo(before + 1);
    assertThat(scene.world().freebit().books().quotaCodes(line)).containsExactly("kaitsu-" + id);
    assertThat(server.metric("kaitsu_sim_operations", "state=\"done\"")).isPositive();
  }

  @Test
  @DisplayName("a change inside the gap is refused with its time, or waits over a restart")
  void gap() {
    var first = json(post("plan-changes", "{\"plan\": \"PASI_50G\"}")).at("/operation").asText();
    awaitState(first, "done");

    var refused = post("plan-changes", "{\"plan\": \"PASI_10G\", \"whenBusy\": \"refuse\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).at("/error/mayRunAt").asText()).startsWith("20");
    assertThat(json(refused).at("/error/askAgainAt").asText()).startsWith("20");

    var queued = json(post("plan-changes", "{\"plan\": \"PASI_10G\"}")).at("/operation").asText();
    assertThat(stateOf(queued)).isEqualTo("waiting");
    assertThat(server.get("/api/sim/operations", TOKEN).body()).contains(queued);
    server.close();
    server = serve(Map.of());
    assertThat(stateOf(queued)).isEqualTo("waiting");

    var cancelled = server.post("/api/sim/operations/" + queued + "/cancel", TOKEN, "");
    assertThat(json(cancelled).at("/state").asText()).isEqualTo("cancelled");
    assertThat(server.post("/api/sim/operations/" + queued + "/cancel", TOKEN, "").statusCode())
        .isEqualTo(409);
  }

  @Test
  @DisplayName("what waits runs on another node when its time has come")
  void delayedOverRestart() {
    server.close();
    server = serve(Map.of("KAITSU_SIM_NETWORK_DELAY", "3s"));
    var id = json(post("network-changes", "{\"network\": \"5G\"}")).at("/operation").asText();
    assertThat(stateOf(id)).isEqualTo("waiting");
    server.close();

    server = serve(Map.of());

    awaitState(id, "done");
  }

  @Test
  @DisplayName("of many who ask at once and do not want to wait, one is served")
  void race() {
    var body = "{\"plan\": \"PASI_50G\", \"whenBusy\": \"refuse\"}";
    var asked =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("plan-changes", body)))
            .toList();

    var statuses = asked.stream().map(each -> each.join().statusCode()).sorted().toList();

    assertThat(statuses).isEqualTo(List.of(202, 409, 409, 409, 409, 409, 409, 409));
  }

  @Test
  @DisplayName("what could never be done is refused with its reason")
  void impossible() {
    var stranger = post("top-ups", TOP_UP.replace("7002", "999999"));
    assertThat(stranger.statusCode()).isEqualTo(422);
    assertThat(stranger.body()).contains("MAPPING_CUSTOMER_MISSING");
    assertThat(post("top-ups", TOP_UP.replace("550", "-1")).statusCode()).isEqualTo(400);
    for (var amount : List.of("1e999999999", "9".repeat(5_000))) {
      var huge = post("top-ups", TOP_UP.replace("550", amount));
      assertThat(huge.statusCode()).isEqualTo(400);
      assertThat(huge.body()).contains("amount").hasSizeLessThan(500);
    }
    var far = post("top-ups", TOP_UP.replace("}", ", \"expires\": \"+999999999-01-01\"}"));
    assertThat(far.statusCode()).isEqualTo(400);
    assertThat(far.body()).contains("expires");
    var farPlan = post("plan-changes", "{\"plan\": \"P\", \"on\": \"+999999999-01-01\"}");
    assertThat(farPlan.statusCode()).isEqualTo(400);
    assertThat(farPlan.body()).contains("on: a day lies");
    assertThat(post("network-changes", "{\"network\": \"6G\"}").body()).contains("4G or 5G");
    assertThat(post("plan-changes", "{\"plan\": \"P\", \"on\": \"2001-01-01\"}").body())
        .contains("SIM_DATE_PAST");
  }
}
