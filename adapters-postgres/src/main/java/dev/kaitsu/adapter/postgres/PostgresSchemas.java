package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.SchemaStore;
import java.util.Optional;

/** Event schemas, one row each. */
final class PostgresSchemas implements SchemaStore {
  private static final String SAVE =
      """
      insert into kaitsu.event_schemas as known (schema_id, json) values (:id, :json)
      on conflict (schema_id) do update
      set json = excluded.json, fetched_at = excluded.fetched_at
      where known.json <> excluded.json
      """;

  private final Database database;

  PostgresSchemas(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> find(String schemaId) {
    return database.with(
        handle ->
            handle
                .createQuery("select json from kaitsu.event_schemas where schema_id = :id")
                .bind("id", schemaId)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void save(String schemaId, String json) {
    database.with(
        handle -> handle.createUpdate(SAVE).bind("id", schemaId).bind("json", json).execute());
  }
}
