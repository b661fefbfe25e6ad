package dev.kaitsu.sandbox.salesforce.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The platform's own checks of a record about to be saved; texts are those of the real API. Whether
 * a record is there is asked by object and id.
 */
final class Validation {
  private Validation() {}

  static void check(
      SObjectType type,
      Map<String, Optional<Object>> written,
      Map<String, Object> values,
      BiPredicate<String, String> exists) {
    for (var name : written.keySet()) {
      var field = type.field(name).orElseThrow();
      written.get(name).ifPresent(value -> checkValue(field, value, exists));
    }
    var missing =
        type.fields().stream()
            .filter(field -> field.required() && !values.containsKey(field.name()))
            .map(Field::name)
            .toList();
    if (!missing.isEmpty()) {
      throw Refusal.badRequest(
          "REQUIRED_FIELD_MISSING",
          "Required fields are missing: " + missing,
          missing.toArray(String[]::new));
    }
  }

  private static void checkValue(Field field, Object value, BiPredicate<String, String> exists) {
    var text = value.toString();
    if (field.type().isText() && field.length() > 0 && text.length() > field.length()) {
      throw Refusal.badRequest(
          "STRING_TOO_LONG",
          "%s: data value too large: %s (max length=%d)"
              .formatted(label(field), text, field.length()),
          field.name());
    }
    if (field.type() == FieldType.RESTRICTED_PICKLIST && !field.values().contains(text)) {
      throw Refusal.badRequest(
          "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
          "%s: bad value for restricted picklist field: %s".formatted(label(field), text),
          field.name());
    }
    if (field.parent().filter(parent -> !exists.test(parent.object(), text)).isPresent()) {
      throw Refusal.badRequest(
          "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name());
    }
  }

  private static String label(Field field) {
    return field.name().replace("__c", "").replace('_', ' ');
  }
}
