package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.List;
import java.util.Optional;

/** What became of one record of a collection. */
record RowResult(String id, Optional<Refusal> refusal) {

  static RowResult success(String id) {
    return new RowResult(id, Optional.empty());
  }

  static RowResult failure(String id, Refusal refusal) {
    return new RowResult(id, Optional.of(refusal));
  }

  boolean failed() {
    return refusal.isPresent();
  }

  /** A neighbour of a failed row under all or none. */
  RowResult rolledBack() {
    return failed()
        ? this
        : failure(
            id,
            Refusal.badRequest(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using"
                    + " AllOrNone header"));
  }

  static ArrayNode array(List<RowResult> results) {
    var array = Json.array();
    for (var result : results) {
      var node = array.addObject();
      if (!result.id().isEmpty()) {
        node.put("id", result.id());
      }
      node.put("success", !result.failed());
      var errors = node.putArray("errors");
      result
          .refusal()
          .ifPresent(
              refusal -> {
                var error =
                    errors
                        .addObject()
                        .put("statusCode", refusal.errorCode())
                        .put("message", refusal.text());
                var fields = error.putArray("fields");
                refusal.fields().forEach(fields::add);
              });
    }
    return array;
  }
}
