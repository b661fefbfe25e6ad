package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.ARecord.SMS;
import static dev.kaitsu.testkit.ARecord.TALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.testkit.ReadRows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link RecordFiles} promises. */
public abstract class RecordFilesContract {
  private static final int ROWS = 3_000;

  protected abstract RecordFiles files();

  /** Puts a file there, with so many good rows and then a bad one. */
  protected abstract void put(RecordMonth month, int rows);

  /** Lets the connection break when the file is being read. */
  protected abstract void breakOff();

  /** Lets nobody listen there. */
  protected abstract void stop();

  @Test
  @DisplayName("a file is there or it is not")
  void finds() {
    put(TALK, ROWS);

    assertThat(files().find(TALK).orElseThrow().name()).isEqualTo(files().nameOf(TALK));
    assertThat(files().find(SMS)).isEmpty();
  }

  @Test
  @DisplayName("every line is a row, good or bad, in the order of the file")
  void reads() {
    put(TALK, ROWS);
    var rows = new ReadRows();
    var digest = files().read(TALK, rows);

    assertThat(rows.good()).hasSize(ROWS).extracting(UsageRecord::row).isSorted().startsWith(1L);
    assertThat(rows.bad()).extracting(BadRow::row).containsExactly(ROWS + 1L);
    assertThat(rows.bytes()).isEqualTo(files().find(TALK).orElseThrow().size());
    assertThat(files().digest(TALK)).isEqualTo(digest);
  }

  @Test
  @DisplayName("another content is another digest")
  void digests() {
    put(TALK, ROWS);
    var before = files().digest(TALK);
    put(TALK, ROWS + 1);

    assertThat(files().digest(TALK)).isNotEqualTo(before);
  }

  @Test
  @DisplayName("a connection that breaks ends the reading with an error, never with part of a file")
  void breaksOff() {
    put(TALK, ROWS);
    breakOff();

    assertThatThrownBy(() -> files().read(TALK, new ReadRows()))
        .isInstanceOfSatisfying(
            RecordFileException.class,
            failure -> {
              assertThat(failure.problem()).isEqualTo(Problem.BROKEN_OFF);
              assertThat(failure.isUnavailable()).isTrue();
            });
  }

  @Test
  @DisplayName("a server that is away is no missing file")
  void away() {
    put(TALK, ROWS);
    stop();

    assertThatThrownBy(() -> files().find(TALK))
        .isInstanceOfSatisfying(
            RecordFileException.class,
            failure -> assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE));
  }

  @Test
  @DisplayName("whoever takes the rows may end the reading")
  void ends() {
    put(TALK, ROWS);
    var enough = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                files()
                    .read(
                        TALK,
                        new RecordFiles.Rows() {
                          @Override
                          public void good(UsageRecord row) {
                            throw enough;
                          }

                          @Override
                          public void bad(BadRow row) {}

                          @Override
                          public void bytes(long read) {}
                        }))
        .isSameAs(enough);
  }
}
