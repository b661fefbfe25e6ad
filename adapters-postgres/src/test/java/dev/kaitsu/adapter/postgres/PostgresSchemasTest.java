package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.SchemaStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Event schemas in PostgreSQL")
class PostgresSchemasTest extends SchemaStoreContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();

  @Override
  protected SchemaStore schemas() {
    return new PostgresSchemas(Engine.databaseOf(DATABASE));
  }

  @Override
  protected SchemaStore brokenSchemas() {
    return new PostgresSchemas(Engine.brokenDatabase());
  }
}
