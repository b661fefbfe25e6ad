package dev.kaitsu.server.api;

import dev.kaitsu.wiring.config.ApiToken;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The API on a free port, with a test's own routes and nothing behind them. */
final class ApiAlone implements AutoCloseable {
  static final String TOKEN = "0123456789abcdef";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Javalin http;

  ApiAlone(Optional<String> token, ApiRoutes routes) {
    var api = new Api(token.map(ApiToken::new), List.of(routes));
    http =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jsonMapper(new JavalinJackson());
                  api.addTo(config);
                })
            .start(0);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(http.port(), path)));
  }

  HttpRequest.Builder allowed(String path) {
    return to(path).header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        allowed(path)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A body whose length is not told beforehand. */
  static BodyPublisher chunked(String body) {
    return BodyPublishers.ofInputStream(
        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException("no answer", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public void close() {
    http.stop();
  }
}
