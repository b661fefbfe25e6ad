package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.RecordStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Records in PostgreSQL")
class PostgresRecordsTest extends RecordStoreContract {
  private final PostgresDatabase database = Databases.fresh();
  private final RecordStore records = records("one");
  private final RecordStore elsewhere = records("two");

  private RecordStore records(String node) {
    var connections = Engine.databaseOf(database);
    return new PostgresRecords(connections, connections, node);
  }

  @Override
  protected RecordStore records() {
    return records;
  }

  @Override
  protected RecordStore elsewhere() {
    return elsewhere;
  }

  @Override
  protected void giveUpRunning() {
    Databases.execute(
        database, "update kaitsu.record_imports set until = now() - interval '1 second'");
  }
}
