package dev.kaitsu.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A whole server in this process, on a free port. */
final class RunningServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Node node;
  private final KaitsuServer http;

  private RunningServer(Node node, KaitsuServer http) {
    this.node = node;
    this.http = http;
  }

  static RunningServer start(Map<String, String> environment) {
    var node = Node.open(KaitsuConfig.from(environment));
    var server = new RunningServer(node, KaitsuServer.start(node, 0));
    node.startWork();
    node.startStreams();
    return server;
  }

  RunningServer awaitStreams() {
    await()
        .atMost(Scene.PATIENCE)
        .until(
            () ->
                node.streams().statuses().stream()
                    .map(StreamStatus::state)
                    .allMatch(state -> state == State.LIVE || state == State.STANDBY));
    return this;
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  /** A read over the API. */
  HttpResponse<String> get(String path, String token) {
    return send(to(path).header("Authorization", "Bearer " + token));
  }

  /** A change over the API. */
  HttpResponse<String> post(String path, String token, String body) {
    return send(
        to(path)
            .header("Authorization", "Bearer " + token)
            .header("X-Kaitsu-Actor", "tests")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(http.port(), path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException("a request is not answered", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  JsonNode page(String path) {
    try {
      return JSON.readTree(get(path).body());
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(path + " is no JSON", malformed);
    }
  }

  /**
   * A number that the metrics page shows, summed over all lines that carry this label.
   *
   * @param label as the page writes it, such as {@code source="cdc"}; empty: any
   */
  double metric(String name, String label) {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** How many events of this source became hints. */
  long hintsFrom(String source) {
    return Math.round(metric("kaitsu_event_lag_seconds_count", "source=\"%s\"".formatted(source)));
  }

  @Override
  public void close() {
    http.close();
    node.close();
  }
}
