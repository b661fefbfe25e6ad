package dev.kaitsu.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The JSON object of a request; every wrong field is refused by its name. */
public final class ControlRequest {
  private final ObjectNode fields;

  ControlRequest(ObjectNode fields) {
    this.fields = fields;
  }

  /** Refuses a field that is none of these, so that a misspelt one is not silently ignored. */
  public ControlRequest only(String... names) {
    List<String> known = List.of(names);
    fields
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new InvalidFieldException(name, "is unknown; known are " + known);
              }
            });
    return this;
  }

  /** A text that must be there. */
  public String text(String name) {
    JsonNode value = fields.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new InvalidFieldException(name, "is missing or not a text");
    }
    return value.textValue();
  }

  /** A list of texts; empty when it is not there. */
  public List<String> texts(String name) {
    JsonNode value = fields.path(name);
    var texts = new ArrayList<String>();
    for (JsonNode entry : value) {
      texts.add(entry.asText());
    }
    if (!value.isMissingNode() && (!value.isArray() || texts.contains(""))) {
      throw new InvalidFieldException(name, "is not a list of texts");
    }
    return texts;
  }

  /** A whole number, or the other one when it is not there. */
  public int number(String name, int min, int otherwise) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < min) {
      throw new InvalidFieldException(name, "is not a whole number from " + min);
    }
    return value.intValue();
  }

  /** A time in milliseconds; nothing when it is not there. */
  public Duration millis(String name) {
    return Duration.ofMillis(number(name, 0, 0));
  }

  /** The constant that a text names; it must be there. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidFieldException(
                    name,
                    "is '%s', not one of %s"
                        .formatted(text, Arrays.toString(type.getEnumConstants()))));
  }
}
