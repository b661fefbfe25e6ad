package dev.kaitsu.adapter.salesforce.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reads fields by name, and takes a field that the schema lacks like one without a value. */
final class EventFields {
  private EventFields() {}

  static Optional<Object> value(GenericRecord event, String name) {
    return event.hasField(name) ? Optional.ofNullable(event.get(name)) : Optional.empty();
  }

  static Optional<String> text(GenericRecord event, String name) {
    return value(event, name).map(Object::toString);
  }

  /** The time in a field of epoch milliseconds. */
  static Optional<Instant> time(GenericRecord event, String name) {
    return value(event, name)
        .filter(Long.class::isInstance)
        .map(millis -> Instant.ofEpochMilli((Long) millis));
  }

  /** The fields that have a value. */
  static Set<String> present(GenericRecord event) {
    return event.getSchema().getFields().stream()
        .map(Schema.Field::name)
        .filter(name -> value(event, name).isPresent())
        .collect(Collectors.toSet());
  }

  static List<String> texts(GenericRecord event, String name) {
    List<String> texts = new ArrayList<>();
    if (value(event, name).orElse(List.of()) instanceof Iterable<?> values) {
      values.forEach(each -> texts.add(String.valueOf(each)));
    }
    return texts;
  }
}
