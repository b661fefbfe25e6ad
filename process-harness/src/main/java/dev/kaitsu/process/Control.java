package dev.kaitsu.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The sandbox's control endpoint. */
public final class Control {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;

  public Control(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Makes plain orders, one line each, of as many customers; nothing is approved yet. */
  public List<String> orders(int count) throws InterruptedException {
    return made("/orders", count);
  }

  /** Makes orders of new SIMs, every other one physical; nothing is approved yet. */
  public List<String> simOrders(int count) throws InterruptedException {
    return made("/sim-orders", count);
  }

  private List<String> made(String route, int count) throws InterruptedException {
    var ids = new ArrayList<String>();
    call("POST", route, Map.of("count", count))
        .path("orderIds")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  public void approve(List<String> orders) throws InterruptedException {
    call("POST", "/approve", Map.of("orderIds", orders));
  }

  /** An operator's "Provision / Retry". */
  public void retry(List<String> orders) throws InterruptedException {
    call("POST", "/retry", Map.of("orderIds", orders));
  }

  public CompletableFuture<HttpResponse<String>> approveSoon(String order) {
    return http.sendAsync(
        request("POST", "/approve", Map.of("orderId", order)), BodyHandlers.ofString());
  }

  /** Publishes the provisioning event of each order so many times more. */
  public void announce(List<String> orders, int times) throws InterruptedException {
    call("POST", "/announce", Map.of("orderIds", orders, "times", times));
  }

  public List<Way> times() throws InterruptedException {
    var ways = new ArrayList<Way>();
    call("GET", "/times", Map.of()).path("orders").forEach(page -> ways.add(Way.of(page)));
    return ways;
  }

  public int open() throws InterruptedException {
    return call("GET", "/times/open", Map.of()).path("open").asInt();
  }

  public void forgetTimes() throws InterruptedException {
    call("DELETE", "/times", Map.of());
  }

  public void latency(String system, String operation, int millis) throws InterruptedException {
    call("POST", "/latency", Map.of("system", system, "operation", operation, "delayMs", millis));
  }

  /**
   * Lets the next calls of an operation misbehave.
   *
   * @param when {@code BEFORE_COMMIT} or {@code AFTER_COMMIT}
   * @param symptom such as {@code DROP} or {@code DELAY}
   */
  public void fault(
      String system, String operation, String when, String symptom, int times, int delayMillis)
      throws InterruptedException {
    call(
        "POST",
        "/faults",
        Map.of(
            "system", system,
            "operation", operation,
            "when", when,
            "symptom", symptom,
            "times", times,
            "delayMs", delayMillis));
  }

  /** How many calls of an operation wait for their answer. */
  public int underWay(String system, String operation) throws InterruptedException {
    return call("GET", "/underway", Map.of()).path(system).path(operation).asInt();
  }

  /** {@code STOP}, {@code KILL}, {@code START} or {@code CUT}. */
  public void postgres(String act) throws InterruptedException {
    call("POST", "/postgres", Map.of("act", act));
  }

  /** {@code STOP}, {@code START}, {@code FLUSH}, {@code FREEZE} or {@code RESUME}. */
  public void redis(String act) throws InterruptedException {
    call("POST", "/redis", Map.of("act", act));
  }

  /** Makes the record files of a month anew; {@code 2026-09} is a month. */
  public void records(String month, int rows) throws InterruptedException {
    call("POST", "/sftp/records", Map.of("month", month, "rows", rows));
  }

  /** Makes event streams fail: {@code CUT}, {@code SILENCE} and others of the sandbox's. */
  public void streams(String act) throws InterruptedException {
    call("POST", "/streams", Map.of("act", act));
  }

  /** Per topic how many streams are open, and how many ever were at once. */
  public JsonNode streams() throws InterruptedException {
    return call("GET", "/streams", Map.of());
  }

  /** What the outside systems hold, as they tell it. */
  public JsonNode books() throws InterruptedException {
    return call("GET", "/books", Map.of());
  }

  /** Forgets latencies and faults. */
  public void noLatency() throws InterruptedException {
    call("DELETE", "/faults", Map.of());
  }

  /** Calls so far, by system and operation as in {@code whmcs AddOrder}. */
  public Map<String, Integer> calls() throws InterruptedException {
    var state = call("GET", "/state", Map.of());
    var calls = new TreeMap<String, Integer>();
    add(calls, "whmcs", state.path("whmcs").path("calls"));
    add(calls, "salesforce", state.path("salesforce"));
    return calls;
  }

  private static void add(Map<String, Integer> calls, String system, JsonNode counts) {
    counts
        .properties()
        .forEach(count -> calls.put(system + " " + count.getKey(), count.getValue().asInt()));
  }

  private JsonNode call(String method, String path, Map<String, ?> body)
      throws InterruptedException {
    try {
      var answer = http.send(request(method, path, body), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "the sandbox refuses %s %s: %s".formatted(method, path, answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException gone) {
      throw new UncheckedIOException("the sandbox does not answer " + path, gone);
    }
  }

  private HttpRequest request(String method, String path, Map<String, ?> body) {
    try {
      var content =
          body.isEmpty()
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body));
      return HttpRequest.newBuilder(endpoint.resolve(path)).method(method, content).build();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
