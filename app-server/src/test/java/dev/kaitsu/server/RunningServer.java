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
    var address = URI.create("http://127.0.0.1:%d%s".formatted(http.port(), path));
    try {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(path + " is not answered", failure);
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
