package dev.kaitsu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to a control endpoint as a script does. */
record ControlCaller(URI endpoint, HttpClient http) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  ControlCaller(URI endpoint) {
    this(endpoint, HttpClient.newHttpClient());
  }

  HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    var uri = endpoint.resolve(path);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  /** The content of an answer that says 200. */
  JsonNode page(String method, String path, String body) throws IOException, InterruptedException {
    var answer = call(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
