package dev.kaitsu.sandbox.salesforce.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.salesforce.oauth.OAuthEndpoints;
import dev.kaitsu.sandbox.salesforce.oauth.Sessions;
import dev.kaitsu.sandbox.salesforce.soql.QueryEngine;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Store;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The org's HTTP surface: reads an exchange, lets it through or not, answers it. */
public final class RestApi implements HttpHandler {
  private static final int LARGEST_HEAD = 16_384;

  private final Sessions sessions;
  private final OAuthRoutes oauth;
  private final ApiCalls calls;
  private final ScriptedErrors errors;
  private final Router router;
  private final IdlessAnswers answers;

  public RestApi(
      Store store,
      QueryEngine engine,
      Sessions sessions,
      OAuthEndpoints oauth,
      EventPublisher publisher,
      ApiCalls calls,
      ScriptedErrors errors,
      Faults faults) {
    this.sessions = sessions;
    this.calls = calls;
    this.errors = errors;
    this.router = new Router(store, engine, publisher, calls, errors);
    this.oauth = new OAuthRoutes(oauth);
    this.answers = new IdlessAnswers(faults);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var raw = exchange.getRequestURI().toString();
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    try {
      requireSmallHead(raw, headers);
      if (raw.startsWith("/services/data/v")) {
        api(exchange, ApiTarget.parse(raw), headers, body);
      } else {
        oauth(exchange, raw, headers, body);
      }
    } catch (Refusal refusal) {
      WireAnswers.of(ApiReply.refused(refusal), calls).sendTo(exchange);
    }
  }

  private void api(
      HttpExchange exchange, ApiTarget target, Map<String, String> headers, String body)
      throws IOException {
    var operation = router.route(exchange.getRequestMethod(), target.path()).operation();
    calls.count(operation, true);
    answers
        .forOperation(operation)
        .answer(
            exchange,
            operation,
            () -> {
              var html = errors.takeHtml(operation);
              return html.isPresent()
                  ? html.get()
                  : WireAnswers.of(
                      reply(exchange.getRequestMethod(), target, headers, body), calls);
            });
  }

  private ApiReply reply(
      String method, ApiTarget target, Map<String, String> headers, String body) {
    var session = sessions.find(bearer(headers));
    if (session.isEmpty()) {
      return ApiReply.error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    if (calls.total() > calls.dailyLimit()) {
      return ApiReply.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }
    var writer =
        new Writer(
            session.get().userId(),
            ChangeOrigin.of(target.version(), headers.getOrDefault("Sforce-call-options", "")));
    return router.carryOut(
        new ApiRequest(
            method, target.version(), target.path(), target.parameters(), headers, body, writer));
  }

  private void oauth(HttpExchange exchange, String raw, Map<String, String> headers, String body)
      throws IOException {
    var path = raw.split("\\?", 2)[0];
    var operation = oauth.operation(exchange.getRequestMethod(), path);
    calls.count(operation, false);
    var instance = URI.create("http://" + headers.getOrDefault("Host", "127.0.0.1"));
    var form = ApiTarget.form(body);
    answers
        .forOperation(operation)
        .answer(
            exchange,
            operation,
            () ->
                errors
                    .takeHtml(operation)
                    .or(() -> errors.take(operation).map(OAuthRoutes::scripted))
                    .orElseGet(() -> oauth.answer(operation, form, bearer(headers), instance)));
  }

  private static String bearer(Map<String, String> headers) {
    var value = headers.getOrDefault("Authorization", "");
    return value.startsWith("Bearer ") || value.startsWith("OAuth ")
        ? value.substring(value.indexOf(' ') + 1)
        : "";
  }

  private static void requireSmallHead(String uri, Map<String, String> headers) {
    if (uri.length() > LARGEST_HEAD) {
      throw new Refusal(414, "URI_TOO_LONG", "The URI is too long", List.of());
    }
    int size = uri.length();
    for (var header : headers.entrySet()) {
      size += header.getKey().length() + header.getValue().length() + ": \r\n".length();
    }
    if (size > LARGEST_HEAD) {
      throw new Refusal(
          431, "REQUEST_HEADER_FIELDS_TOO_LARGE", "URI and headers are too long", List.of());
    }
  }
}
