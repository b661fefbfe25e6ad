package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.util.Map;
import java.util.Optional;

/** The platform events the org defines, as far as REST publishes them. */
public interface EventPublisher {
  /** The custom fields of an event; empty if there is no such event. */
  Optional<Map<String, FieldType>> fieldsOf(String eventName);

  void publish(String eventName, Writer writer, Map<String, Object> values);
}
