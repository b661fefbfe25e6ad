package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /composite}: up to 25 requests in one. With all or none they are one transaction, and the
 * first failure turns every other answer into PROCESSING_HALTED; otherwise each stands alone.
 */
final class CompositeResource {
  private static final int MOST_REQUESTS = 25;
  private static final int MOST_QUERIES = 5;

  /** Carries out one subrequest. */
  @FunctionalInterface
  interface Dispatcher {
    ApiReply dispatch(ApiRequest request);
  }

  /** Leaves the transaction of an all-or-none composite. */
  private static final class Halted extends RuntimeException {
    private final int at;

    Halted(int at) {
      super("a subrequest failed and all or none was asked for");
      this.at = at;
    }
  }

  private final Store store;
  private final Dispatcher dispatcher;

  CompositeResource(Store store, Dispatcher dispatcher) {
    this.store = store;
    this.dispatcher = dispatcher;
  }

  ApiReply answer(ApiRequest request) {
    var body = request.json();
    var subrequests = subrequests(body);
    var replies = new ArrayList<ApiReply>();
    if (body.path("allOrNone").asBoolean(false)) {
      allOrNone(request, subrequests, replies);
    } else {
      eachAlone(request, subrequests, replies);
    }
    return ApiReply.ok(composite(subrequests, replies));
  }

  private void eachAlone(ApiRequest request, List<ObjectNode> subrequests, List<ApiReply> replies) {
    var references = new References();
    subrequests.forEach(sub -> replies.add(run(request, sub, references)));
  }

  private void allOrNone(ApiRequest request, List<ObjectNode> subrequests, List<ApiReply> replies) {
    try {
      store.write(
          request.writer(),
          tx -> {
            var references = new References();
            for (var sub : subrequests) {
              var reply = run(request, sub, references);
              replies.add(reply);
              if (reply.isFailure() || hasFailedRow(reply)) {
                throw new Halted(replies.size() - 1);
              }
            }
            return replies;
          });
    } catch (Halted halted) {
      var culprit = replies.get(halted.at);
      replies.clear();
      for (int i = 0; i < subrequests.size(); i++) {
        replies.add(i == halted.at ? culprit : rolledBack());
      }
    }
  }

  private ApiReply run(ApiRequest outer, ObjectNode sub, References references) {
    ApiReply reply;
    try {
      var headers = new TreeMap<>(outer.headers());
      headers.keySet().removeIf(name -> name.startsWith("if-"));
      sub.path("httpHeaders")
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
      JsonNode body = references.resolve(sub.path("body"));
      var target = ApiTarget.parse(references.resolve(sub.path("url").asText()));
      reply =
          dispatcher.dispatch(
              new ApiRequest(
                  sub.path("method").asText(),
                  target.version(),
                  target.path(),
                  target.parameters(),
                  Map.copyOf(headers),
                  Json.text(body.isMissingNode() ? NullNode.getInstance() : body),
                  outer.writer()));
    } catch (Refusal refusal) {
      reply = ApiReply.refused(refusal);
    }
    if (!reply.isFailure()) {
      reply.body().ifPresent(node -> references.keep(sub.path("referenceId").asText(), node));
    }
    return reply;
  }

  private static boolean hasFailedRow(ApiReply reply) {
    return reply.body().filter(ArrayNode.class::isInstance).stream()
        .flatMap(array -> array.findValues("success").stream())
        .anyMatch(success -> success.isBoolean() && !success.booleanValue());
  }

  private static ApiReply rolledBack() {
    return ApiReply.error(
        400,
        "PROCESSING_HALTED",
        "The transaction was rolled back since another operation in the same transaction failed.");
  }

  private static ObjectNode composite(List<ObjectNode> subrequests, List<ApiReply> replies) {
    var result = Json.object();
    var responses = result.putArray("compositeResponse");
    for (int i = 0; i < replies.size(); i++) {
      var reply = replies.get(i);
      var response = responses.addObject();
      response.set("body", reply.body().orElse(NullNode.getInstance()));
      var headers = response.putObject("httpHeaders");
      reply.headers().forEach(headers::put);
      response.put("httpStatusCode", reply.status());
      response.put("referenceId", subrequests.get(i).path("referenceId").asText());
    }
    return result;
  }

  private static List<ObjectNode> subrequests(ObjectNode body) {
    var subrequests = new ArrayList<ObjectNode>();
    var ids = new HashSet<String>();
    int queries = 0;
    for (var node : body.path("compositeRequest")) {
      var id = node.path("referenceId").asText();
      if (!(node instanceof ObjectNode sub) || !id.matches("[A-Za-z0-9_]+") || !ids.add(id)) {
        throw Refusal.badRequest(
            "JSON_PARSER_ERROR", "Each subrequest needs a referenceId of its own: '" + id + "'");
      }
      queries +=
          sub.path("url").asText().matches(".*/(query|queryAll|composite/sobjects)\\b.*") ? 1 : 0;
      subrequests.add(sub);
    }
    if (subrequests.isEmpty() || subrequests.size() > MOST_REQUESTS || queries > MOST_QUERIES) {
      throw Refusal.badRequest(
          "LIMIT_EXCEEDED",
          "A composite request holds 1 to %d subrequests, at most %d of them queries or collections"
              .formatted(MOST_REQUESTS, MOST_QUERIES));
    }
    return subrequests;
  }
}
