package dev.kaitsu.sandbox.salesforce.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.store.Refusal;

/** JSON as the REST API reads and writes it. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads a request body that must be an object.
   *
   * @throws Refusal with JSON_PARSER_ERROR for anything else
   */
  public static ObjectNode readObject(String body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest("JSON_PARSER_ERROR", e.getOriginalMessage());
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.badRequest(
        "JSON_PARSER_ERROR", "The HTTP entity body is required to be an object");
  }

  public static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }
}
