package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Keeps what the org publishes. */
public final class RecordingSink implements EventSink {
  public static final String ORDERS = "/data/OrderChangeEvent";
  public static final String ITEMS = "/data/OrderItemChangeEvent";
  public static final String REQUESTS = "/event/OrderProvisionRequested__e";

  private record Emitted(String topic, GenericRecord event) {}

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final List<Emitted> events = new CopyOnWriteArrayList<>();

  @Override
  public void define(String topic, Schema schema) {
    schemas.put(topic, schema);
  }

  @Override
  public void emit(String topic, GenericRecord event) {
    events.add(new Emitted(topic, event));
  }

  public Schema schema(String topic) {
    return schemas.get(topic);
  }

  public List<GenericRecord> on(String topic) {
    return events.stream().filter(e -> e.topic().equals(topic)).map(Emitted::event).toList();
  }

  public List<String> topics() {
    return events.stream().map(Emitted::topic).toList();
  }

  public void forget() {
    events.clear();
  }
}
