package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls the emulator over its socket, as a plain HTTP client would; JSON is written with '. */
final class FreebitCaller {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private String key = "";

  FreebitCaller(URI root) {
    this.root = root;
  }

  FreebitCaller loggedIn() {
    key = call("authOem/", login(FreebitEmulator.OEM_KEY)).path("authKey").asText();
    return this;
  }

  static String login(String oemKey) {
    return "{'oemId':'%s','oemKey':'%s'}".formatted(FreebitEmulator.OEM_ID, oemKey);
  }

  /** Calls with the key. */
  JsonNode call(String path, String json) {
    var request = (ObjectNode) parsed(json.replace('\'', '"'));
    request.put("authKey", key);
    return parsed(post(path, "json=" + encoded(request.toString())).body());
  }

  /** The two codes of the answer. */
  String codes(String path, String json) {
    return codes(call(path, json));
  }

  static String codes(JsonNode answer) {
    return answer.path("resultCode").asText()
        + "-"
        + answer.path("status").path("statusCode").asText();
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(String path, HttpRequest.Builder request) {
    try {
      var full = request.uri(root.resolve("/emptool/api/" + path)).build();
      return client.send(full, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
