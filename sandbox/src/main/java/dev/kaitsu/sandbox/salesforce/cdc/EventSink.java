package dev.kaitsu.sandbox.salesforce.cdc;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Where the org's events go: the event bus, or a list in a test. */
public interface EventSink {
  /** Announces a topic and the schema its events have from now on. */
  void define(String topic, Schema schema);

  /** Takes one event; called in commit order, must be quick and wait for nothing. */
  void emit(String topic, GenericRecord event);

  /** A sink for an org nobody listens to. */
  static EventSink ignoring() {
    return new EventSink() {
      @Override
      public void define(String topic, Schema schema) {
        // Nobody listens.
      }

      @Override
      public void emit(String topic, GenericRecord event) {
        // Nobody listens.
      }
    };
  }
}
