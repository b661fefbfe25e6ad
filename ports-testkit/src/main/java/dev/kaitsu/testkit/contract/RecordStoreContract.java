package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.ARecord.FILE;
import static dev.kaitsu.testkit.ARecord.LINE;
import static dev.kaitsu.testkit.ARecord.OTHER_LINE;
import static dev.kaitsu.testkit.ARecord.SMS;
import static dev.kaitsu.testkit.ARecord.TALK;
import static dev.kaitsu.testkit.ARecord.digest;
import static dev.kaitsu.testkit.ARecord.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordGap;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RecordTotals;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.port.out.RecordStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link RecordStore} promises. */
public abstract class RecordStoreContract {
  private static final int MANY = 100;

  protected abstract RecordStore records();

  /** What another node sees. */
  protected abstract RecordStore elsewhere();

  /** Lets the time pass after which an import that does nothing is given up. */
  protected abstract void giveUpRunning();

  @Test
  @DisplayName("a month is there once it is committed, with rows and totals by line")
  void commits() {
    var imported = replace(TALK, row(1, LINE), row(2, OTHER_LINE), row(3, LINE));

    assertThat(imported.rows()).isEqualTo(3);
    assertThat(imported.file()).isEqualTo(FILE);
    assertThat(records().find(TALK)).contains(imported);
    var usage = records().usage(LINE, TALK, MANY).orElseThrow();
    assertThat(usage.records()).containsExactly(row(1, LINE), row(3, LINE));
    assertThat(usage.source()).isEqualTo(imported);
    assertThat(usage.totals()).isEqualTo(new RecordTotals(2, 120, new BigDecimal("21.0")));
  }

  @Test
  @DisplayName("totals are of all records, however few are asked for")
  void totalsOfAll() {
    replace(TALK, row(1, LINE), row(2, LINE), row(3, LINE));

    var usage = records().usage(LINE, TALK, 1).orElseThrow();
    assertThat(usage.records()).containsExactly(row(1, LINE));
    assertThat(usage.totals().count()).isEqualTo(3);
  }

  @Test
  @DisplayName("a line without records used nothing; a month that is not imported is unknown")
  void nothingUsed() {
    replace(TALK, row(1, LINE));

    var usage = records().usage(OTHER_LINE, TALK, MANY).orElseThrow();
    assertThat(usage.records()).isEmpty();
    assertThat(usage.totals().count()).isZero();
    assertThat(usage.totals().charge()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(records().usage(LINE, SMS, MANY)).isEmpty();
  }

  @Test
  @DisplayName("nobody sees a month that is being written, nor one that was given up")
  void invisibleUntilCommitted() {
    replace(TALK, row(1, LINE));
    try (var draft = records().begin(TALK, FILE, RepeatedRows.EACH)) {
      draft.add(row(2, LINE));
      assertThat(rowsOf(LINE)).containsExactly(1L);
    }
    assertThat(rowsOf(LINE)).containsExactly(1L);
    assertThat(replace(TALK, row(4, LINE)).rows()).isOne();
  }

  @Test
  @DisplayName("a month is replaced whole, and no other month with it")
  void replaces() {
    replace(TALK, row(1, LINE), row(2, LINE));
    replace(SMS, row(7, LINE));
    replace(TALK, row(3, LINE));

    assertThat(rowsOf(LINE)).containsExactly(3L);
    assertThat(records().usage(LINE, SMS, MANY).orElseThrow().totals().count()).isOne();
    assertThat(records().books().imported())
        .extracting(ImportedMonth::month)
        .containsExactly(TALK, SMS);
  }

  @Test
  @DisplayName("a row that repeats an earlier one is left out where it must be the same event")
  void repeatedOnce() {
    var imported =
        replace(
            TALK, RepeatedRows.ONCE, row(1, LINE, "same"), row(2, LINE, "same"), row(3, LINE, "x"));

    assertThat(rowsOf(LINE)).containsExactly(1L, 3L);
    assertThat(imported.rows()).isEqualTo(2);
    assertThat(imported.repeatedRows()).isOne();
  }

  @Test
  @DisplayName("and stays where it may be another one")
  void repeatedEach() {
    var imported = replace(TALK, RepeatedRows.EACH, row(1, LINE, "same"), row(2, LINE, "same"));

    assertThat(rowsOf(LINE)).containsExactly(1L, 2L);
    assertThat(imported.repeatedRows()).isZero();
  }

  @Test
  @DisplayName("bad rows are kept with the month, whatever they hold")
  void badRows() {
    var odd = new BadRow(2, "the line is no phone number", "a\\b\tc\"d'é, \\N");
    try (var draft = records().begin(TALK, FILE, RepeatedRows.EACH)) {
      draft.setAside(new BadRow(5, "cut", ""));
      draft.setAside(odd);
      draft.commit(digest(1));
    }

    assertThat(records().badRows(TALK, 1)).containsExactly(odd);
    assertThat(records().badRows(TALK, MANY)).hasSize(2);
    assertThat(records().find(TALK).orElseThrow().badRows()).isEqualTo(2);
    assertThat(records().badRows(SMS, MANY)).isEmpty();
  }

  @Test
  @DisplayName("what is not in the file is not there afterwards either")
  void absentValues() {
    var bare =
        new UsageRecord(
            1, LINE, Instant.EPOCH, Optional.empty(), 0, Optional.empty(), row(1, LINE).digest());
    replace(TALK, bare);

    assertThat(records().usage(LINE, TALK, MANY).orElseThrow().records()).containsExactly(bare);
  }

  @Test
  @DisplayName("a month is imported by one at a time, over all nodes")
  void oneAtATime() {
    try (var draft = records().begin(TALK, FILE, RepeatedRows.EACH)) {
      assertThatThrownBy(() -> elsewhere().begin(TALK, FILE, RepeatedRows.EACH))
          .isInstanceOf(RecordImportRunningException.class)
          .hasMessageContaining("talk 2026-09 is being imported by");
      elsewhere().begin(SMS, FILE, RepeatedRows.EACH).close();
      draft.commit(digest(1));
    }
    elsewhere().begin(TALK, FILE, RepeatedRows.EACH).close();
  }

  @Test
  @DisplayName("an import that was given up and taken over writes nothing any more")
  void fenced() {
    try (var late = records().begin(TALK, FILE, RepeatedRows.EACH)) {
      late.add(row(1, LINE));
      giveUpRunning();
      try (var next = elsewhere().begin(TALK, FILE, RepeatedRows.EACH)) {
        next.add(row(2, LINE));
        next.commit(digest(2));
      }
      assertThatThrownBy(() -> late.commit(digest(1)))
          .isInstanceOf(RecordImportRunningException.class);
    }
    assertThat(rowsOf(LINE)).containsExactly(2L);
  }

  @Test
  @DisplayName("a gap stays, with what stood in the way last, until the month is imported")
  void gaps() {
    records().noteGap(TALK, "there is no such file");
    records().noteGap(SMS, "there is no such file");
    records().noteGap(TALK, "the server does not answer");

    assertThat(records().books().gaps())
        .extracting(RecordGap::month, RecordGap::reason)
        .containsExactly(
            tuple(TALK, "the server does not answer"), tuple(SMS, "there is no such file"));
    replace(TALK, row(1, LINE));
    assertThat(records().books().gaps()).extracting(RecordGap::month).containsExactly(SMS);
  }

  private List<Long> rowsOf(PhoneNumber line) {
    return elsewhere().usage(line, TALK, MANY).orElseThrow().records().stream()
        .map(UsageRecord::row)
        .toList();
  }

  private ImportedMonth replace(RecordMonth month, UsageRecord... rows) {
    return replace(month, RepeatedRows.EACH, rows);
  }

  private ImportedMonth replace(RecordMonth month, RepeatedRows repeated, UsageRecord... rows) {
    try (var draft = records().begin(month, FILE, repeated)) {
      for (UsageRecord row : rows) {
        draft.add(row);
      }
      return draft.commit(digest(rows.length));
    }
  }
}
