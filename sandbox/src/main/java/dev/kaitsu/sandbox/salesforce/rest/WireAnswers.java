package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.salesforce.json.Json;

/** Turns replies into what goes over the wire. */
final class WireAnswers {
  private static final String JSON = "application/json;charset=UTF-8";

  private WireAnswers() {}

  static Answer of(ApiReply reply, ApiCalls calls) {
    var answer =
        reply
            .body()
            .map(body -> json(reply.status(), body))
            .orElseGet(() -> Answer.empty(reply.status()));
    for (var header : reply.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer.with("Sforce-Limit-Info", calls.limitInfo());
  }

  static Answer json(int status, JsonNode body) {
    return Answer.json(status, Json.text(body)).with("Content-Type", JSON);
  }
}
