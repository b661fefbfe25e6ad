package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** Calls of the REST API: session, version and headers in, JSON or a refusal out. */
final class SalesforceRest {
  private static final int NO_CONTENT = 204;

  private final SalesforceSession session;

  SalesforceRest(SalesforceSession session) {
    this.session = session;
  }

  /** The path of a resource of the configured API version, such as {@code /query}. */
  String versioned(String resource) {
    return "/services/data/" + session.config().apiVersion() + resource;
  }

  /**
   * Reads.
   *
   * @param path from the root of the host
   * @throws ExternalCallException refused or unavailable
   */
  JsonNode read(String operation, String path) {
    var answer = call(operation, path, UnaryOperator.identity(), session.http()::read);
    var json = Json.parse(answer.body());
    if (answer.isSuccess() && json.isPresent()) {
      return json.get();
    }
    if (answer.isSuccess()) {
      throw ExternalCallException.unavailable(
          FailureCode.HTTP_502, "Salesforce answered a read with something that is no JSON");
    }
    throw refusal(answer, json)
        .map(refusal -> refusal.ofRead(session.config().fields()))
        .orElseGet(
            () ->
                ExternalCallException.unavailable(
                    codeOfEdge(answer), "Salesforce answered a read with " + page(answer)));
  }

  /**
   * Writes, in one request; in two only if the session was refused, since then nothing was done.
   *
   * @throws ExternalCallException unavailable or unknown, if the answer says nothing about the
   *     write
   */
  Reply write(String operation, String method, String path, JsonNode body) {
    var content = new OneShotJson(body.toString());
    var answer =
        call(operation, path, request -> request.method(method, content), session.http()::write);
    var json = Json.parse(answer.body());
    if (answer.status() == NO_CONTENT) {
      return new Reply(MissingNode.getInstance(), Optional.empty());
    }
    if (answer.isSuccess() && json.isPresent()) {
      return new Reply(json.get(), Optional.empty());
    }
    if (!answer.isSuccess()) {
      var refusal = refusal(answer, json);
      if (refusal.isPresent()) {
        return new Reply(MissingNode.getInstance(), refusal);
      }
    }
    throw ExternalCallException.outcomeUnknown(
        codeOfEdge(answer), "Salesforce answered a write with " + page(answer));
  }

  /** What a write was answered: what it brought, or why it was refused. */
  record Reply(JsonNode body, Optional<Refusal> refusal) {}

  /** Sends bytes one way: as a read or as a write. */
  @FunctionalInterface
  private interface Sender {
    Answer send(Request request);
  }

  private Answer call(
      String operation, String path, UnaryOperator<Request.Builder> method, Sender sender) {
    var access = session.access();
    var answer = timed(operation, sender, method.apply(request(access, path)).build());
    if (!answer.isUnauthorized()) {
      return answer;
    }
    session.invalidate(access);
    var renewed = session.access();
    var second = timed(operation, sender, method.apply(request(renewed, path)).build());
    if (second.isUnauthorized()) {
      session.invalidate(renewed);
      throw ExternalCallException.unavailable(
          FailureCode.SALESFORCE_REFUSED,
          "Salesforce refused a session it had just given: check the integration user's API Enabled"
              + " permission, and that sessions are not locked to an IP address");
    }
    return second;
  }

  private Request.Builder request(SalesforceAccess access, String path) {
    return new Request.Builder()
        .url(access.instanceUrl() + path)
        .header("Authorization", "Bearer " + access.token())
        .header("Accept", "application/json")
        .header("Sforce-Call-Options", "client=" + session.config().clientName());
  }

  private Answer timed(String operation, Sender sender, Request request) {
    var watch = Stopwatch.start(operation, session.calls());
    try {
      var answer = sender.send(request);
      session.noteUsage(answer);
      watch.stop(answer.isSuccess() ? SalesforceCalls.Outcome.OK : SalesforceCalls.Outcome.REFUSED);
      return answer;
    } catch (ExternalCallException e) {
      watch.stop(SalesforceCalls.Outcome.LOST);
      throw e;
    }
  }

  private static Optional<Refusal> refusal(Answer answer, Optional<JsonNode> json) {
    return json.flatMap(errors -> Refusal.read(answer.status(), errors.path(0)))
        .or(() -> Refusal.ofLength(answer.status()));
  }

  /** Its edge says 420 while an instance is moved. */
  private static FailureCode codeOfEdge(Answer answer) {
    return switch (answer.status()) {
      case 420 -> FailureCode.HTTP_503;
      default ->
          answer.status() < 400 ? FailureCode.HTTP_502 : FailureCode.ofHttpStatus(answer.status());
    };
  }

  private static String page(Answer answer) {
    return "HTTP %d and no reason: it is down, moving, or something stands between"
        .formatted(answer.status());
  }
}
