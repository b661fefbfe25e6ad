package dev.kaitsu.adapter.sftp;

import static dev.kaitsu.testkit.ARecord.SMS;
import static dev.kaitsu.testkit.ARecord.TALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.testkit.ReadRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bad row spoils no other, and a bad file is not taken at all")
class BadFilesTest {
  private static final String GOOD = "09011112222,20260901,120000,0312345678,60,11\n";

  private final Server server = new Server();
  private final ReadRows rows = new ReadRows();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("a quote that is not closed does not swallow the rows after it")
  void quotes() {
    read("09011112222,20260901,120000,\"0312345678,60,11\n" + GOOD + "\"a\"b,1\n");

    assertThat(rows.good()).extracting(UsageRecord::row).containsExactly(2L);
    assertThat(rows.bad())
        .extracting(BadRow::row, BadRow::reason)
        .containsExactly(
            tuple(1L, "a quote is opened and not closed"),
            tuple(3L, "something follows a closing quote"));
  }

  @Test
  @DisplayName("a giant line is kept aside by its beginning")
  void giantLine() {
    read(GOOD + "9".repeat(5_000_000) + "\n" + GOOD);

    assertThat(rows.good()).extracting(UsageRecord::row).containsExactly(1L, 3L);
    var bad = rows.bad().get(0);
    assertThat(bad.reason()).isEqualTo("it is longer than 16384 bytes");
    assertThat(bad.content()).hasSize(1_000);
  }

  @Test
  @DisplayName("that a file goes on is told within a giant line as well")
  void toldInGiantLine() {
    var told = new ArrayList<Long>();
    server.put(TALK, GOOD + "9".repeat(5_000_000) + "\n");
    server.files().read(TALK, new Told(told));

    assertThat(told).hasSizeGreaterThan(50).isSorted();
  }

  @Test
  @DisplayName("each fault is told by its column, without its value")
  void faults() {
    read(
        GOOD.replace("09011112222", "0901")
            + GOOD.replace("20260901", "20260231")
            + GOOD.replace("60,11", "1m,11")
            + GOOD.replace("60,11", "60,1E999999")
            + GOOD.replace("0312345678", "0".repeat(65))
            + GOOD.replace("20260901", "20250901")
            + "09011112222,20260901\n"
            + GOOD.replace("0312345678", "a\0b")
            + "\n"
            + GOOD);

    assertThat(rows.bad())
        .extracting(BadRow::reason)
        .containsExactly(
            "the line is not a phone number: it has 4 characters, 11 to 14 digits are needed",
            "date and time are not written as yyyyMMdd HHmmss",
            "the duration is no whole number",
            "the charge is no number",
            "the other party is too long",
            "it is of another month, 2025-09",
            "it has only 2 fields, not 6",
            "it holds a NUL byte");
    assertThat(rows.bad()).noneMatch(bad -> bad.content().indexOf('\0') >= 0);
    assertThat(rows.bad().get(0).toString()).doesNotContain("0312345678");
    assertThat(rows.good()).extracting(UsageRecord::row).containsExactly(10L);
  }

  @Test
  @DisplayName("another charset makes bad rows of those that need it, not nonsense")
  void charset() {
    server.put(TALK, (GOOD + GOOD.replace("0312345678", "非通知")).getBytes(Server.SHIFT_JIS));
    server.files("charset = utf-8").read(TALK, rows);

    assertThat(rows.good()).hasSize(1);
    assertThat(rows.bad()).extracting(BadRow::reason).containsExactly("it is not written in UTF-8");
  }

  @Test
  @DisplayName("a byte order mark, blank lines and an old end-of-text mark are no rows")
  void marks() {
    server.put(TALK, ("\uFEFF" + GOOD + "\r\n" + GOOD + "\u001a").getBytes(StandardCharsets.UTF_8));
    server.files("charset = utf-8").read(TALK, rows);

    assertThat(rows.good()).hasSize(2);
    assertThat(rows.bad()).isEmpty();
  }

  @Test
  @DisplayName("an empty file is not taken")
  void empty() {
    server.put(TALK, "");
    refusal(server.files(), Problem.EMPTY)
        .hasMessageContaining("PASI_talk-detail-202609.csv is empty");
  }

  @Test
  @DisplayName("a file that ends in the middle of a line is not taken, unless files may end so")
  void cutOff() {
    server.put(TALK, GOOD + GOOD.strip());
    refusal(server.files(), Problem.CUT_OFF)
        .hasMessageContainingAll("in the middle of line 2", "final-newline = optional");

    var whole = new ReadRows();
    server.files("final-newline = optional").read(TALK, whole);
    assertThat(whole.good()).hasSize(2);
  }

  @Test
  @DisplayName("a file that was changed a moment ago is not taken")
  void fresh() throws IOException {
    Files.setLastModifiedTime(server.put(TALK, GOOD), FileTime.from(Server.NOW.minusSeconds(10)));
    refusal(server.files(), Problem.STILL_WRITTEN).hasMessageContaining("within the last 600 s");
  }

  @Test
  @DisplayName("a file that grows while it is read is not taken")
  void grows() {
    var file = server.put(TALK, GOOD.repeat(3));
    var growing = new Growing(file);

    assertThatThrownBy(() -> server.files().read(TALK, growing))
        .isInstanceOf(RecordFileException.class)
        .hasMessageContaining("changed while it was read");
  }

  @Test
  @DisplayName("messages have no duration, and each counts as one")
  void messages() {
    server.put(SMS, "090-1111-2222,20260901,120000,0312345678,3.3\n");
    server.files().read(SMS, rows);

    assertThat(rows.good()).extracting(UsageRecord::quantity).containsExactly(1L);
    assertThat(rows.good().get(0).charge().orElseThrow()).isEqualByComparingTo("3.3");
    assertThat(rows.good().get(0).at()).isEqualTo("2026-09-01T03:00:00Z");
  }

  private void read(String content) {
    server.put(TALK, content);
    server.files().read(TALK, rows);
  }

  private AbstractThrowableAssert<?, ?> refusal(RecordFiles files, Problem problem) {
    return assertThatThrownBy(() -> files.read(TALK, rows))
        .isInstanceOfSatisfying(
            RecordFileException.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }

  private record Told(List<Long> told) implements RecordFiles.Rows {
    @Override
    public void good(UsageRecord row) {}

    @Override
    public void bad(BadRow row) {}

    @Override
    public void bytes(long read) {
      told.add(read);
    }
  }

  /** Lets somebody write at the file once reading has begun. */
  private record Growing(Path file) implements RecordFiles.Rows {
    @Override
    public void good(UsageRecord row) {
      try {
        Files.write(file, Arrays.asList(GOOD), StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void bad(BadRow row) {}

    @Override
    public void bytes(long read) {}
  }
}
