package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.Map;
import java.util.Optional;

/** A status, perhaps a JSON body, and headers of its own. */
record ApiReply(int status, Optional<JsonNode> body, Map<String, String> headers) {

  static ApiReply ok(JsonNode body) {
    return new ApiReply(200, Optional.of(body), Map.of());
  }

  static ApiReply empty(int status) {
    return new ApiReply(status, Optional.empty(), Map.of());
  }

  static ApiReply refused(Refusal refusal) {
    return error(
        refusal.status(),
        refusal.errorCode(),
        refusal.text(),
        refusal.fields().toArray(new String[0]));
  }

  static ApiReply error(int status, String errorCode, String message, String... fields) {
    var errors = Json.array();
    var error = errors.addObject().put("message", message).put("errorCode", errorCode);
    if (fields.length > 0) {
      var names = error.putArray("fields");
      for (var field : fields) {
        names.add(field);
      }
    }
    return new ApiReply(status, Optional.of(errors), Map.of());
  }

  boolean isFailure() {
    return status >= 400;
  }
}
