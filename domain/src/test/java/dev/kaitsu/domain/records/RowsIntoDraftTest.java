package dev.kaitsu.domain.records;

import static dev.kaitsu.testkit.ARecord.FILE;
import static dev.kaitsu.testkit.ARecord.LINE;
import static dev.kaitsu.testkit.ARecord.TALK;
import static dev.kaitsu.testkit.ARecord.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.testkit.InMemoryRecords;
import dev.kaitsu.testkit.SettableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What most rows of a file are is known at its end")
class RowsIntoDraftTest {
  private final RecordStore.Draft draft =
      new InMemoryRecords(new SettableClock()).begin(TALK, FILE, RepeatedRows.EACH);
  private final RowsIntoDraft rows = new RowsIntoDraft(draft, FILE, progress -> {});

  @Test
  @DisplayName("bad rows at the top are kept aside like any others")
  void badTop() {
    bad(1_001);
    good(1_001);
    rows.bytes(FILE.size());

    rows.requireAll();
  }

  @Test
  @DisplayName("more bad rows than good ones are refused at the end")
  void mostlyBad() {
    good(1_000);
    bad(1_001);
    rows.bytes(FILE.size());

    refused(rows::requireAll, Problem.UNREADABLE);
  }

  @Test
  @DisplayName("a large file of which nearly nothing can be read is not read to its end")
  void hopeless() {
    good(100);
    refused(() -> bad(100_000), Problem.UNREADABLE);
  }

  @Test
  @DisplayName("a file without a row is empty, whatever else is in it")
  void noRow() {
    rows.bytes(FILE.size());

    refused(rows::requireAll, Problem.EMPTY);
  }

  private void good(int count) {
    for (int number = 1; number <= count; number++) {
      rows.good(row(number, LINE));
    }
  }

  private void bad(int count) {
    for (int number = 1; number <= count; number++) {
      rows.bad(new BadRow(number, "odd", ""));
    }
  }

  private static void refused(ThrowingCallable what, Problem problem) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            RecordFileException.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }
}
