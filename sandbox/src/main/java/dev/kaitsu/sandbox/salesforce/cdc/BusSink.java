package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Carries the org's events to the bus from which the Pub/Sub API delivers them. */
public final class BusSink implements EventSink {
  private final EventBus bus;

  public BusSink(EventBus bus) {
    this.bus = bus;
  }

  @Override
  public void define(String topic, Schema schema) {
    bus.define(topic, schema);
  }

  @Override
  public void emit(String topic, GenericRecord event) {
    bus.publish(topic, event);
  }
}
