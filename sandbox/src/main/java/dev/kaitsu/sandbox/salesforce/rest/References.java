package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies of earlier subrequests, and {@code @{refId.field}} that points into them. */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("@\\{([A-Za-z0-9_]+)([^}]*)}");
  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_]+)|\\[(\\d+)]");

  private final Map<String, JsonNode> bodies = new HashMap<>();

  void keep(String referenceId, JsonNode body) {
    bodies.put(referenceId, body);
  }

  /** Replaces the references in a text by what they point at. */
  String resolve(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(lookUp(match.group(1), match.group(2))));
  }

  /** A copy of a body with every reference in its texts replaced. */
  JsonNode resolve(JsonNode body) {
    if (body instanceof ObjectNode object) {
      var copy = Json.object();
      object.properties().forEach(entry -> copy.set(entry.getKey(), resolve(entry.getValue())));
      return copy;
    }
    if (body instanceof ArrayNode array) {
      var copy = Json.array();
      array.forEach(element -> copy.add(resolve(element)));
      return copy;
    }
    return body.isTextual() ? TextNode.valueOf(resolve(body.textValue())) : body;
  }

  private String lookUp(String referenceId, String path) {
    JsonNode node = bodies.getOrDefault(referenceId, MissingNode.getInstance());
    var steps = STEP.matcher(path);
    while (steps.find()) {
      var property = steps.group(1);
      node = property == null ? node.path(Integer.parseInt(steps.group(2))) : node.path(property);
    }
    if (!node.isValueNode() || node.isNull()) {
      throw Refusal.badRequest(
          "PROCESSING_HALTED",
          "Invalid reference specified. No value for %s%s found".formatted(referenceId, path));
    }
    return node.asText();
  }
}
