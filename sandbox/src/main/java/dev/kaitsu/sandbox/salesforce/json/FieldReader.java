package dev.kaitsu.sandbox.salesforce.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.Field.Access;
import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a record somebody wants to write. */
public final class FieldReader {
  private static final DateTimeFormatter COLONLESS_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX");

  private FieldReader() {}

  /**
   * Reads every field of the body; {@code attributes} and {@code id} are the caller's business.
   *
   * @param creating whether create-only fields may be written
   * @throws Refusal for an unknown or read-only field or a value the field's type does not take
   */
  public static Map<String, Optional<Object>> read(
      SObjectType type, ObjectNode body, boolean creating) {
    var values = new LinkedHashMap<String, Optional<Object>>();
    for (var property : body.properties()) {
      if (property.getKey().equals("attributes") || property.getKey().equals("id")) {
        continue;
      }
      var field = type.field(property.getKey()).orElseThrow(() -> unknown(type, property.getKey()));
      requireWritable(field, creating);
      var value = property.getValue();
      values.put(
          field.name(), value.isNull() ? Optional.empty() : Optional.of(value(field, value)));
    }
    return values;
  }

  /** The refusal a write or a field list meets for a name the object does not have. */
  public static Refusal unknown(SObjectType type, String name) {
    return Refusal.badRequest(
        "INVALID_FIELD", "No such column '%s' on sobject of type %s".formatted(name, type.name()));
  }

  private static void requireWritable(Field field, boolean creating) {
    boolean writable =
        field.access() == Access.WRITABLE || (creating && field.access() == Access.CREATE_ONLY);
    if (!writable) {
      throw Refusal.badRequest(
          "INVALID_FIELD_FOR_INSERT_UPDATE",
          "Unable to create/update fields: "
              + field.name()
              + ". Please check the security settings of this field and verify that it is read/write"
              + " for your profile or permission set.",
          field.name());
    }
  }

  private static Object value(Field field, JsonNode value) {
    boolean matches =
        switch (field.type()) {
          case NUMBER, CURRENCY -> value.isNumber();
          case CHECKBOX -> value.isBoolean();
          default -> value.isTextual();
        };
    if (!matches) {
      throw wrongKind(field, value);
    }
    return switch (field.type()) {
      case NUMBER, CURRENCY -> value.doubleValue();
      case CHECKBOX -> value.booleanValue();
      case DATE -> date(field, value);
      case DATETIME -> dateTime(field, value);
      case ID, REFERENCE -> id(field, value.textValue());
      default -> value.textValue();
    };
  }

  private static LocalDate date(Field field, JsonNode value) {
    try {
      return LocalDate.parse(value.textValue());
    } catch (DateTimeParseException e) {
      throw wrongKind(field, value);
    }
  }

  private static Instant dateTime(Field field, JsonNode value) {
    var text = value.textValue();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException withColon) {
      try {
        return OffsetDateTime.parse(text, COLONLESS_OFFSET).toInstant();
      } catch (DateTimeParseException withoutColon) {
        throw wrongKind(field, value);
      }
    }
  }

  private static String id(Field field, String text) {
    return RecordIds.normalise(text)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "MALFORMED_ID",
                    "%s: id value of incorrect type: %s".formatted(field.name(), text),
                    field.name()));
  }

  private static Refusal wrongKind(Field field, JsonNode value) {
    var token =
        switch (value.getNodeType()) {
          case NUMBER -> value.isIntegralNumber() ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT";
          case BOOLEAN -> value.booleanValue() ? "VALUE_TRUE" : "VALUE_FALSE";
          case OBJECT -> "START_OBJECT";
          case ARRAY -> "START_ARRAY";
          default -> "VALUE_STRING";
        };
    var type = field.type().isText() ? "string" : field.type().describedAs();
    return Refusal.badRequest(
        "JSON_PARSER_ERROR",
        "Cannot deserialize instance of %s from %s value %s or request may be missing a required field"
            .formatted(type, token, value.isContainerNode() ? "" : value.asText()),
        field.name());
  }
}
