package dev.kaitsu.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A whole HTTP answer, before it is sent. The body travels as UTF-8. */
public record Answer(int status, Map<String, String> headers, String body) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  public static Answer html(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), "");
  }

  public Answer with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  public Answer withBody(String newBody) {
    return new Answer(status, headers, newBody);
  }

  /** Sends this answer; the exchange is over afterwards, its connection may serve the next one. */
  public void sendTo(HttpExchange exchange) throws IOException {
    write(exchange, bytes().length);
  }

  /** Announces the whole body, sends the first half of it and ends the connection. */
  void sendHalfTo(HttpExchange exchange) throws IOException {
    write(exchange, bytes().length / 2);
  }

  private void write(HttpExchange exchange, int count) throws IOException {
    byte[] bytes = bytes();
    headers.forEach(exchange.getResponseHeaders()::set);
    try (exchange) {
      // In the JDK's server -1 announces "no body", 0 would announce a chunked one.
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (count > 0) {
        exchange.getResponseBody().write(bytes, 0, count);
        exchange.getResponseBody().flush();
      }
    }
  }

  private byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
