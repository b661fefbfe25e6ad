package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.testkit.ARecord.FILE;
import static dev.kaitsu.testkit.ARecord.LINE;
import static dev.kaitsu.testkit.ARecord.TALK;
import static dev.kaitsu.testkit.ARecord.digest;
import static dev.kaitsu.testkit.ARecord.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What nobody can see of records is deleted, and nothing else")
class RecordTidyingTest {
  private final PostgresDatabase database = Databases.fresh();
  private final Database connections = Engine.databaseOf(database);
  private final RecordStore records = new PostgresRecords(connections, connections, "node");

  @Test
  @DisplayName("a replaced month goes, its successor stays")
  void replaced() {
    replace(1);
    replace(2);
    RecordMonths.tidy(connections);

    assertThat(left("usage_records")).containsExactly("2");
    assertThat(left("record_bad_rows")).containsExactly("2");
    assertThat(states()).containsExactly("CLEARED", "CURRENT");
  }

  @Test
  @DisplayName("what a dead node left goes once it is given up, not while it may be at work")
  void crashed() {
    var running = records.begin(TALK, FILE, RepeatedRows.EACH);
    for (int row = 1; row <= 40_000; row++) {
      running.add(row(row, LINE)); // more than one batch
    }
    RecordMonths.tidy(connections);
    assertThat(left("usage_records")).isNotEmpty();

    Databases.execute(
        database, "update kaitsu.record_imports set until = now() - interval '1 second'");
    RecordMonths.tidy(connections);
    assertThat(left("usage_records")).isEmpty();
    assertThat(states()).containsExactly("CLEARED");
  }

  @Test
  @DisplayName("one that goes on is prolonged by time, though no row comes")
  void prolonged() {
    var clock = new SettableClock();
    long id = RecordImports.begin(connections, TALK, FILE, "node");
    var draft =
        new RecordDraft(connections, connections, id, TALK, RepeatedRows.EACH, clock::nanoTime);
    Databases.execute(
        database, "update kaitsu.record_imports set until = now() + interval '10 seconds'");
    draft.goesOn();
    assertThat(secondsLeft()).isLessThan(11);

    clock.advance(RecordDraft.SENT_EVERY);
    draft.goesOn();
    assertThat(secondsLeft()).isGreaterThan(200);
    draft.close();
  }

  private double secondsLeft() {
    return Double.parseDouble(
        Databases.text(
            database, "select extract(epoch from until - now()) from kaitsu.record_imports"));
  }

  private void replace(int row) {
    try (var draft = records.begin(TALK, FILE, RepeatedRows.EACH)) {
      draft.add(row(row, LINE));
      draft.setAside(new BadRow(row, "odd", ""));
      draft.commit(digest(row));
    }
  }

  private List<String> left(String table) {
    return Databases.column(database, "select row_no from kaitsu." + table + " order by row_no");
  }

  private List<String> states() {
    return Databases.column(database, "select state from kaitsu.record_imports order by id");
  }
}
