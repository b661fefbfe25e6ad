package dev.kaitsu.testkit;

import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.testkit.contract.RecordStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Records in memory")
class InMemoryRecordsTest extends RecordStoreContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryRecords records = new InMemoryRecords(clock);

  @Override
  protected RecordStore records() {
    return records;
  }

  @Override
  protected RecordStore elsewhere() {
    return records;
  }

  @Override
  protected void giveUpRunning() {
    clock.advance(InMemoryRecords.GIVEN_UP_AFTER);
  }
}
