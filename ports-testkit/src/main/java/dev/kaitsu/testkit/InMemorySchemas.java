package dev.kaitsu.testkit;

import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Event schemas in memory; the store can be away. */
public final class InMemorySchemas implements SchemaStore {
  private final Map<String, String> schemas = new HashMap<>();
  private boolean away;

  @Override
  public synchronized Optional<String> find(String schemaId) {
    requireHere();
    return Optional.ofNullable(schemas.get(schemaId));
  }

  @Override
  public synchronized void save(String schemaId, String json) {
    requireHere();
    schemas.put(schemaId, json);
  }

  public synchronized void goesAway() {
    away = true;
  }

  public synchronized void comesBack() {
    away = false;
  }

  private void requireHere() {
    if (away) {
      throw new StoreException("the store is away (scripted)", new IOException("scripted"));
    }
  }
}
