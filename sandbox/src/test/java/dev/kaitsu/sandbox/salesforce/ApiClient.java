package dev.kaitsu.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to the emulator over its socket, as any client would. */
public final class ApiClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A status, a body if there was one, and a way to its headers. */
  public record Reply(int status, JsonNode body, HttpResponse<String> raw) {
    public String errorCode() {
      return body.path(0).path("errorCode").asText();
    }

    public String message() {
      return body.path(0).path("message").asText();
    }
  }

  private final URI root;
  private final String token;

  public ApiClient(SalesforceEmulator emulator) {
    this(emulator.uri(), emulator.openSession());
  }

  public ApiClient(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  public Reply get(String path, String... headers) {
    return send("GET", "/services/data/v67.0" + path, "", headers);
  }

  public Reply query(String soql, String... headers) {
    return get("/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), headers);
  }

  public Reply patch(String path, String json, String... headers) {
    return send("PATCH", "/services/data/v67.0" + path, json, headers);
  }

  public Reply post(String path, String json, String... headers) {
    return send("POST", "/services/data/v67.0" + path, json, headers);
  }

  public Reply send(String method, String path, String body, String... headers) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(root + path))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), parsed(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String body) throws IOException {
    return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.missingNode();
  }
}
