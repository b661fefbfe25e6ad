package dev.kaitsu.sandbox.salesforce.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns values handed over by Java code into what records hold. */
public final class Values {
  private Values() {}

  /**
   * Reads a map of field names and plain Java values; null clears a field. Unlike the API it may
   * write fields that only the platform writes.
   *
   * @throws IllegalArgumentException for an unknown field or a value of the wrong type
   */
  public static Map<String, Optional<Object>> of(SObjectType type, Map<String, ?> plain) {
    var values = new LinkedHashMap<String, Optional<Object>>();
    plain.forEach(
        (name, value) -> {
          var field =
              type.field(name)
                  .orElseThrow(() -> new IllegalArgumentException(type + " has no field " + name));
          values.put(field.name(), Optional.ofNullable(value).map(v -> converted(field, v)));
        });
    return values;
  }

  private static Object converted(Field field, Object value) {
    if (field.type().javaType() == Double.class && value instanceof Number number) {
      return number.doubleValue();
    }
    if (!field.type().javaType().isInstance(value)) {
      throw new IllegalArgumentException(
          "%s takes a %s, not a %s"
              .formatted(
                  field.name(),
                  field.type().javaType().getSimpleName(),
                  value.getClass().getSimpleName()));
    }
    return field.type().isId()
        ? RecordIds.normalise(value.toString())
            .orElseThrow(() -> new IllegalArgumentException("not a record id: " + value))
        : value;
  }
}
