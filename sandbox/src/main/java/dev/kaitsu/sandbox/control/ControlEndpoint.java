package dev.kaitsu.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * Serves the control routes as JSON. Those for faults, latencies and state are always there:
 *
 * <ul>
 *   <li>{@code POST /faults {"system":"whmcs","operation":"AddOrder","when":"AFTER_COMMIT",
 *       "symptom":"DROP","times":1,"delayMs":0}}
 *   <li>{@code POST /latency {"system":"whmcs","operation":"*","delayMs":120}}
 *   <li>{@code DELETE /faults} forgets faults and latencies of every system
 *   <li>{@code GET /underway} tells per system and operation how many calls wait for their answer
 *   <li>{@code GET /state} shows each system's own summary
 * </ul>
 */
public final class ControlEndpoint implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, ControlRoute> routes = new ConcurrentSkipListMap<>();
  private final Map<String, Supplier<?>> states = new ConcurrentSkipListMap<>();
  private final FaultRoutes faultRoutes = new FaultRoutes();
  private final LoopbackServer server;

  private ControlEndpoint(int port) {
    register("POST /faults", faultRoutes::script);
    register("POST /latency", faultRoutes::latency);
    register("DELETE /faults", faultRoutes::clear);
    register("GET /underway", faultRoutes::underWay);
    register("GET /state", request -> state());
    server = LoopbackServer.start("control", port, this::handle);
  }

  /**
   * Starts serving.
   *
   * @param port 0 takes a free one
   */
  public static ControlEndpoint start(int port) {
    return new ControlEndpoint(port);
  }

  public URI uri() {
    return server.uri();
  }

  /**
   * Makes a system known under its name.
   *
   * @param state its summary for {@code GET /state}: maps, lists, records and scalars
   */
  public void addSystem(String name, Faults faults, Supplier<?> state) {
    faultRoutes.add(name, faults);
    states.put(name, state);
  }

  /**
   * Adds a route, or replaces it.
   *
   * @param route method and path, such as {@code POST /approve}
   */
  public void register(String route, ControlRoute handler) {
    routes.put(route, handler);
  }

  @Override
  public void close() {
    server.close();
  }

  private Map<String, Object> state() {
    Map<String, Object> all = new ConcurrentSkipListMap<>();
    states.forEach((name, state) -> all.put(name, state.get()));
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    respond(route, body).sendTo(exchange);
  }

  private Answer respond(String route, byte[] body) throws IOException {
    ControlRoute handler = routes.get(route);
    if (handler == null) {
      return json(
          404, Map.of("error", "there is no " + route, "routes", routes.keySet().toArray()));
    }
    try {
      return json(200, handler.handle(request(body)));
    } catch (InvalidFieldException e) {
      return json(400, Map.of("error", String.valueOf(e.getMessage()), "field", e.field()));
    } catch (JsonProcessingException e) {
      return json(400, Map.of("error", "the body is not JSON: " + e.getOriginalMessage()));
    }
  }

  private static ControlRequest request(byte[] body) throws IOException {
    if (body.length == 0) {
      return new ControlRequest(MAPPER.createObjectNode());
    }
    if (MAPPER.readTree(body) instanceof ObjectNode fields) {
      return new ControlRequest(fields);
    }
    throw new InvalidFieldException("body", "is not a JSON object");
  }

  private static Answer json(int status, Object content) throws JsonProcessingException {
    return Answer.json(status, MAPPER.writeValueAsString(content));
  }
}
