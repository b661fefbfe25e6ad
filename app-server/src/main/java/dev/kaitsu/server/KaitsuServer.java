package dev.kaitsu.server;

import dev.kaitsu.server.api.Api;
import dev.kaitsu.wiring.Node;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinLogger;
import java.net.BindException;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves what one node can tell about itself over HTTP. */
public final class KaitsuServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KaitsuServer.class);
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Javalin http;

  private KaitsuServer(Javalin http) {
    this.http = http;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @throws PortTakenException if another program listens there
   */
  public static KaitsuServer start(Node node, int port) {
    var health = new HealthPages(node);
    var queues = new QueuePages(node);
    var http =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.http.defaultContentType = "application/json";
              config.jsonMapper(new JsonPages());
              Api.of(node).addTo(config);
              config.routes.get("/health", context -> context.json(health.summary()));
              config.routes.get("/health/live", context -> context.json(Map.of("status", "ok")));
              config.routes.get("/health/ready", context -> ready(context, health));
              config.routes.get("/health/sf-events", context -> context.json(health.streams()));
              config.routes.get("/health/queues", context -> context.json(queues.summary()));
              config.routes.get("/health/queues/whmcs", context -> context.json(queues.whmcs()));
              config.routes.get(
                  "/health/queues/salesforce", context -> context.json(queues.salesforce()));
              config.routes.get(
                  "/metrics",
                  context -> context.contentType(PROMETHEUS_TEXT).result(node.metrics().scrape()));
              config.routes.exception(Exception.class, KaitsuServer::failed);
              config.routes.error(HttpStatus.NOT_FOUND, KaitsuServer::unknownPath);
            });
    JavalinLogger.enabled = false; // a failed start is told by whoever asked for it
    try {
      http.start(port);
    } catch (RuntimeException failure) {
      http.stop();
      if (causes(failure).anyMatch(BindException.class::isInstance)) {
        throw new PortTakenException(port, failure);
      }
      throw failure;
    } finally {
      JavalinLogger.enabled = true;
    }
    return new KaitsuServer(http);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause);
  }

  private static void ready(Context context, HealthPages health) {
    var answer = health.readiness();
    context
        .status("ok".equals(answer.get("status")) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .json(answer);
  }

  private static void failed(Exception failure, Context context) {
    LOG.error("A request failed: {}", context.path(), failure);
    context
        .status(HttpStatus.INTERNAL_SERVER_ERROR)
        .json(Map.of("error", "the request failed; the server's log says why"));
  }

  private static void unknownPath(Context context) {
    if (!Api.hasAnswered(context)) {
      context.json(Map.of("error", "there is no such page; try /health, /metrics"));
    }
  }

  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    http.stop();
  }
}
