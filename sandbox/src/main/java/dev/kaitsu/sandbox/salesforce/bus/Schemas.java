package dev.kaitsu.sandbox.salesforce.bus;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Every schema the org ever had. None is forgotten: retained events may still need it. */
final class Schemas {
  private final Map<Schema, String> ids = new ConcurrentHashMap<>();
  private final Map<String, Schema> byId = new ConcurrentHashMap<>();

  /** Keeps the schema and tells its id; keeping it twice changes nothing. */
  String keep(Schema schema) {
    return ids.computeIfAbsent(
        schema,
        unseen -> {
          var id = SchemaId.of(unseen);
          byId.putIfAbsent(id, unseen);
          return id;
        });
  }

  Optional<Schema> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
