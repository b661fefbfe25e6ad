package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Publishing a platform event over REST: the error entry in the answer means success. */
final class EventResource {
  private final EventPublisher publisher;

  EventResource(EventPublisher publisher) {
    this.publisher = publisher;
  }

  ApiReply publish(ApiRequest request) {
    var name = request.path().get(1);
    var fields = publisher.fieldsOf(name).orElseThrow(Refusal::notFound);
    var values = new HashMap<String, Object>();
    for (var property : request.json().properties()) {
      var type =
          Optional.ofNullable(fields.get(property.getKey()))
              .orElseThrow(
                  () ->
                      Refusal.badRequest(
                          "INVALID_FIELD",
                          "No such column '%s' on sobject of type %s"
                              .formatted(property.getKey(), name)));
      if (!property.getValue().isNull()) {
        values.put(property.getKey(), value(property, type));
      }
    }
    publisher.publish(name, request.writer(), values);
    var id = UUID.randomUUID().toString();
    var body = Json.object().put("id", "e01xx0000000001AAA").put("success", true);
    body.putArray("errors").addObject().put("statusCode", "OPERATION_ENQUEUED").put("message", id);
    return new ApiReply(201, Optional.of(body), Map.of());
  }

  private static Object value(Map.Entry<String, JsonNode> property, FieldType type) {
    var value = property.getValue();
    if (type == FieldType.NUMBER && value.isNumber()) {
      return value.doubleValue();
    }
    if (type == FieldType.TEXT && value.isTextual()) {
      return value.textValue();
    }
    throw Refusal.badRequest(
        "JSON_PARSER_ERROR",
        "Cannot deserialize instance of %s from the value of %s"
            .formatted(type.describedAs(), property.getKey()));
  }
}
