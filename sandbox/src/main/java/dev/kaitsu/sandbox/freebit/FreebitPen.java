package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.freebit.FreebitBehaviour.Casing;
import dev.kaitsu.sandbox.http.Answer;
import java.util.Locale;
import java.util.Random;

/** Writes answers down, in the casing and with the codes that the behaviour wants. */
final class FreebitPen {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FreebitBehaviour behaviour;
  private final Random random = new Random(42);

  FreebitPen(FreebitBehaviour behaviour) {
    this.behaviour = behaviour;
  }

  Answer success(Reply reply) {
    return write(200, "100", "200", "OK", reply.members());
  }

  Answer refusal(FreebitRefusal refusal) {
    return write(
        behaviour.refusalStatus,
        refusal.resultCode(),
        refusal.statusCode(),
        String.valueOf(refusal.getMessage()),
        NODES.objectNode());
  }

  private Answer write(
      int httpStatus, String resultCode, String statusCode, String message, ObjectNode more) {
    var node = NODES.objectNode();
    code(node, "resultCode", resultCode);
    var status = node.putObject("status").put("message", message);
    code(status, "statusCode", statusCode);
    node.setAll(more);
    try {
      return Answer.json(httpStatus, MAPPER.writeValueAsString(spelled(node)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void code(ObjectNode node, String name, String code) {
    if (behaviour.codesAsNumbers && code.matches("[0-9]+")) {
      node.put(name, Integer.parseInt(code));
    } else {
      node.put(name, code);
    }
  }

  private JsonNode spelled(JsonNode node) {
    if (behaviour.casing == Casing.AS_SEEN) {
      return node;
    }
    if (node instanceof ArrayNode list) {
      var copy = NODES.arrayNode();
      list.forEach(each -> copy.add(spelled(each)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      var copy = NODES.objectNode();
      object
          .properties()
          .forEach(each -> copy.set(spelled(each.getKey()), spelled(each.getValue())));
      return copy;
    }
    return node;
  }

  private String spelled(String name) {
    if (behaviour.casing == Casing.LOWER) {
      return name.toLowerCase(Locale.ROOT);
    }
    var letters = new StringBuilder();
    name.chars()
        .map(
            each ->
                random.nextBoolean() ? Character.toUpperCase(each) : Character.toLowerCase(each))
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
