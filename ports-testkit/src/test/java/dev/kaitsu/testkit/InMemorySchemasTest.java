package dev.kaitsu.testkit;

import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.testkit.contract.SchemaStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Schemas in memory keep what their store promises")
class InMemorySchemasTest extends SchemaStoreContract {
  private final InMemorySchemas schemas = new InMemorySchemas();

  @Override
  protected SchemaStore schemas() {
    return schemas;
  }

  @Override
  protected SchemaStore brokenSchemas() {
    var away = new InMemorySchemas();
    away.goesAway();
    return away;
  }
}
