package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.testkit.ARecord.FILE;
import static dev.kaitsu.testkit.ARecord.LINE;
import static dev.kaitsu.testkit.ARecord.TALK;
import static dev.kaitsu.testkit.ARecord.digest;
import static dev.kaitsu.testkit.ARecord.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Readers see the old month or the new one")
class MonthSwitchTest {
  private static final int ROWS = 50;
  private static final int TIMES = 10;

  private final Database connections = Engine.databaseOf(Databases.fresh());
  private final RecordStore records = new PostgresRecords(connections, connections, "node");

  @Test
  @DisplayName("never a mix, a half or none, however often it is replaced and tidied")
  void whole() {
    replace(0);
    var done = new AtomicBoolean();
    var reader =
        CompletableFuture.supplyAsync(
            () -> {
              int reads = 0;
              do {
                requireOneGeneration();
                reads++;
              } while (!done.get());
              return reads;
            });
    for (int generation = 1; generation <= TIMES; generation++) {
      replace(generation);
      RecordMonths.tidy(connections);
    }
    done.set(true);

    assertThat(reader.join()).isPositive();
  }

  /** Each generation has its own row numbers and its own size. */
  private void requireOneGeneration() {
    var usage = records.usage(LINE, TALK, 10 * ROWS).orElseThrow();
    long generation = usage.records().get(0).row() / 1_000;
    assertThat(usage.records()).extracting(UsageRecord::row).allMatch(r -> r / 1_000 == generation);
    assertThat(usage.totals().count()).isEqualTo(ROWS + generation);
    assertThat(usage.records()).hasSize((int) (ROWS + generation));
    assertThat(usage.source().rows()).isEqualTo(ROWS + generation);
  }

  private void replace(int generation) {
    try (var draft = records.begin(TALK, FILE, RepeatedRows.EACH)) {
      for (int each = 0; each < ROWS + generation; each++) {
        draft.add(row(generation * 1_000L + each, LINE));
      }
      draft.commit(digest(generation % 15 + 1));
    }
  }
}
