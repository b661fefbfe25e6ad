package dev.kaitsu.domain.records;

import static dev.kaitsu.testkit.ARecord.LINE;
import static dev.kaitsu.testkit.ARecord.SMS;
import static dev.kaitsu.testkit.ARecord.TALK;
import static dev.kaitsu.testkit.ARecord.digest;
import static dev.kaitsu.testkit.ARecord.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportOutcome.Busy;
import dev.kaitsu.model.ImportOutcome.Imported;
import dev.kaitsu.model.ImportOutcome.Missing;
import dev.kaitsu.model.ImportOutcome.Unchanged;
import dev.kaitsu.model.ImportProgress;
import dev.kaitsu.model.RecordGap;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.testkit.ARecord;
import dev.kaitsu.testkit.InMemoryRecordFiles;
import dev.kaitsu.testkit.InMemoryRecords;
import dev.kaitsu.testkit.RecordingRecordListener;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A month's file becomes the month, whole or not at all")
class MonthlyRecordsTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryRecordFiles files = new InMemoryRecordFiles();
  private final InMemoryRecords store = new InMemoryRecords(clock);
  private final RecordingRecordListener heard = new RecordingRecordListener();
  private final RecordCalendar calendar = new RecordCalendar(clock, 5);
  private final MonthlyRecords records = new MonthlyRecords(files, store, heard, calendar);
  private final DueRecords due = new DueRecords(records, store, heard, calendar);

  @Test
  @DisplayName("its rows are there afterwards, its bad rows are kept aside, and progress is told")
  void imports() {
    var progress = new ArrayList<ImportProgress>();
    files.put(TALK, digest(1), rows(1, 2), List.of(new BadRow(3, "odd", "x")));

    var outcome = records.importMonth(TALK, progress::add);

    assertThat(outcome).isEqualTo(new Imported(store.find(TALK).orElseThrow()));
    assertThat(usedRows()).containsExactly(1L, 2L);
    assertThat(records.badRows(TALK, 10)).containsExactly(new BadRow(3, "odd", "x"));
    assertThat(progress).containsExactly(new ImportProgress(150, 150, 2, 1));
    assertThat(heard.heard()).containsExactly("imported talk 2026-09");
  }

  @Test
  @DisplayName("the same file again does nothing, and is not even read for its rows")
  void unchanged() {
    files.put(TALK, digest(1), rows(1, 2), List.of());
    importTalk();

    assertThat(records.importMonth(TALK, progress -> {}))
        .isEqualTo(new Unchanged(store.find(TALK).orElseThrow()));
    assertThat(files.reads()).isOne();
  }

  @Test
  @DisplayName("a corrected file of the same size replaces the month, and no other")
  void corrected() {
    files.put(TALK, digest(1), rows(1, 2), List.of());
    files.put(SMS, digest(1), rows(8), List.of());
    importTalk();
    records.importMonth(SMS, progress -> {});
    files.put(TALK, digest(2), rows(3, 4), List.of());
    importTalk();

    assertThat(usedRows()).containsExactly(3L, 4L);
    assertThat(store.usage(LINE, SMS, 10).orElseThrow().totals().count()).isOne();
  }

  @Test
  @DisplayName("a connection that breaks leaves the month as it was; the next time takes it all")
  void brokenOff() {
    files.put(TALK, digest(1), rows(1, 2), List.of());
    importTalk();
    files.put(TALK, digest(2), rows(3, 4, 5), List.of());
    files.breakOffAfter(2);
    refused(Problem.BROKEN_OFF);
    assertThat(usedRows()).containsExactly(1L, 2L);

    files.mend();
    importTalk();
    assertThat(usedRows()).containsExactly(3L, 4L, 5L);
    assertThat(heard.heard()).contains("failed talk 2026-09 BROKEN_OFF");
  }

  @Test
  @DisplayName("a file most of whose rows cannot be read is not taken: the mapping is wrong")
  void unreadable() {
    var bad = LongStream.range(2, 5).mapToObj(row -> new BadRow(row, "odd", "")).toList();
    files.put(TALK, digest(1), rows(1), bad);

    refused(Problem.UNREADABLE)
        .hasMessageContainingAll("3 of 4 rows", "line 2: odd", "SFTP_RECORDS_MAPPING");
    assertThat(store.find(TALK)).isEmpty();
    assertThat(gaps()).containsExactly(TALK);
  }

  @Test
  @DisplayName("a month that somebody else imports is left to them")
  void busy() {
    files.put(TALK, digest(1), rows(1), List.of());
    store.begin(TALK, ARecord.FILE, RepeatedRows.EACH);

    assertThat(records.importMonth(TALK, progress -> {})).isInstanceOf(Busy.class);
  }

  @Test
  @DisplayName("a file without a row leaves the month as it was")
  void withoutRows() {
    files.put(TALK, digest(1), rows(1, 2), List.of());
    importTalk();
    files.put(TALK, digest(2), List.of(), List.of());

    refused(Problem.EMPTY).hasMessageContaining("talk-2026-09.csv holds no row");
    assertThat(usedRows()).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("an import that was given up while it read has failed: a gap, and told")
  void givenUp() {
    files.put(TALK, digest(1), rows(1), List.of());
    files.whileReading(this::takeOver);

    refused(Problem.GIVEN_UP).hasMessageContaining("nothing of it was taken");
    assertThat(gaps()).containsExactly(TALK);
    assertThat(heard.heard()).containsExactly("failed talk 2026-09 GIVEN_UP");
  }

  @Test
  @DisplayName("an import that goes on, however slowly, is not given up")
  void slow() {
    files.put(TALK, digest(1), rows(1), List.of());
    files.whileReading(() -> clock.advance(Duration.ofMinutes(4)));

    var outcome = records.importMonth(TALK, told -> requireLeftAloneIn(Duration.ofMinutes(4)));
    assertThat(outcome).isInstanceOf(Imported.class);
  }

  @Test
  @DisplayName("a round leaves an import alone that runs, and tells one that does not end")
  void busyForHours() {
    files.put(TALK, digest(1), rows(1), List.of());
    var running = store.begin(TALK, ARecord.FILE, RepeatedRows.EACH);
    round();
    assertThat(gaps()).hasSize(5).doesNotContain(TALK);

    for (int minutes = 0; minutes < 70; minutes++) {
      clock.advance(Duration.ofMinutes(1));
      running.goesOn();
    }
    round();
    assertThat(gaps()).hasSize(6).contains(TALK);
    assertThat(heard.heard()).contains("failed talk 2026-09 STUCK");
  }

  @Test
  @DisplayName("a missing file is a gap once its month is due")
  void missing() {
    assertThat(records.importMonth(TALK, progress -> {}))
        .isEqualTo(new Missing(TALK, "talk-2026-09.csv"));
    records.importMonth(new RecordMonth(RecordKind.TALK, YearMonth.of(2026, 10)), each -> {});

    assertThat(gaps()).containsExactly(TALK);
  }

  @Test
  @DisplayName("a round tries what is due and missing, and an import ends the gap")
  void rounds() {
    files.put(TALK, digest(1), rows(1), List.of());
    round();
    assertThat(gaps()).hasSize(5).doesNotContain(TALK).contains(SMS);

    files.put(SMS, digest(2), rows(2), List.of());
    round();
    assertThat(gaps()).hasSize(4);
    assertThat(files.reads()).isEqualTo(2);
  }

  @Test
  @DisplayName("a server in trouble makes gaps that say so, and no failed round")
  void roundInTrouble() {
    files.fail(Problem.LOGIN_REFUSED);
    round();

    assertThat(store.books().gaps())
        .hasSize(6)
        .extracting(RecordGap::reason)
        .containsOnly("the server is in trouble");
  }

  @Test
  @DisplayName("a node that is about to end begins no further month, and leaves them to another")
  void stopping() {
    files.put(TALK, digest(1), rows(1), List.of());
    files.put(SMS, digest(1), rows(1), List.of());

    assertThat(due.run(() -> store.find(TALK).isPresent())).isFalse();
    assertThat(files.reads()).isOne();
  }

  @Test
  @DisplayName("before its day the newest month is not due")
  void days() {
    assertThat(calendar.newest()).isEqualTo(YearMonth.of(2026, 9));
    clock.advanceTo(Instant.parse("2026-12-03T15:00:00Z")); // the 4th in Japan
    assertThat(calendar.newest()).isEqualTo(YearMonth.of(2026, 9));
    clock.advanceTo(Instant.parse("2026-12-04T15:00:00Z"));
    assertThat(calendar.newest()).isEqualTo(YearMonth.of(2026, 10));
  }

  private void round() {
    assertThat(due.run(() -> false)).isTrue();
  }

  private void importTalk() {
    assertThat(records.importMonth(TALK, progress -> {})).isInstanceOf(Imported.class);
  }

  private void takeOver() {
    clock.advance(Duration.ofMinutes(6));
    store.begin(TALK, ARecord.FILE, RepeatedRows.EACH);
  }

  private void requireLeftAloneIn(Duration time) {
    clock.advance(time);
    assertThatThrownBy(() -> store.begin(TALK, ARecord.FILE, RepeatedRows.EACH))
        .isInstanceOf(RecordImportRunningException.class);
  }

  private AbstractThrowableAssert<?, ?> refused(Problem problem) {
    return assertThatThrownBy(() -> records.importMonth(TALK, progress -> {}))
        .isInstanceOfSatisfying(
            RecordFileException.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }

  private List<RecordMonth> gaps() {
    return store.books().gaps().stream().map(RecordGap::month).toList();
  }

  private List<Long> usedRows() {
    return records.usage(LINE, TALK, 10).orElseThrow().records().stream()
        .map(UsageRecord::row)
        .toList();
  }

  private static List<UsageRecord> rows(long... numbers) {
    return LongStream.of(numbers).mapToObj(row -> row(row, LINE)).toList();
  }
}
