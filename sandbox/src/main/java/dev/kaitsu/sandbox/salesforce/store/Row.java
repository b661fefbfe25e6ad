package dev.kaitsu.sandbox.salesforce.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One record as it was at one moment; a field without a value is absent from the values. */
public record Row(SObjectType type, String id, Map<String, Object> values) {

  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Optional<Object> value(Field field) {
    return Optional.ofNullable(values.get(field.name()));
  }

  public Optional<Object> value(String field) {
    return Optional.ofNullable(values.get(field));
  }

  public Optional<String> text(String field) {
    return value(field).map(Object::toString);
  }

  public boolean isDeleted() {
    return Boolean.TRUE.equals(values.get("IsDeleted"));
  }

  /** Names the record only: values may be personal data. */
  @Override
  public String toString() {
    return type + " " + id;
  }
}
