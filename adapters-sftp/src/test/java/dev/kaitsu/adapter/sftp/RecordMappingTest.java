package dev.kaitsu.adapter.sftp;

import static dev.kaitsu.testkit.ARecord.TALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.testkit.ReadRows;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mapping says how files are written, or in which line it is wrong")
class RecordMappingTest {
  private static final String BY_HEADING =
      """
      # as somebody might write it
      header = yes
      separator = ;
      talk.line = 電話番号
      date = 開始
      date-format = yyyy/MM/dd HH:mm:ss
      time = off
      other-party = off
      talk.duration = 通話時間
      talk.duration-unit = clock
      charge = 料金
      charge-unit = sen
      sms.line = 1
      """;

  @Test
  @DisplayName("columns may be found by their headings, with other units, formats and charsets")
  void headings() {
    try (var server = new Server()) {
      var file = "料金;\"通話時間\";開始;電話番号\n1050;0:01:30;2026/09/30 23:59:59;090-1111-2222\n";
      server.put(TALK, file.getBytes(Server.SHIFT_JIS));
      var rows = new ReadRows();
      server.files(BY_HEADING).read(TALK, rows);

      var row = rows.good().get(0);
      assertThat(row.line().digits()).isEqualTo("09011112222");
      assertThat(row.quantity()).isEqualTo(90);
      assertThat(row.charge()).contains(new BigDecimal("10.50"));
      assertThat(row.at()).isEqualTo("2026-09-30T14:59:59Z");
      assertThat(row.otherParty()).isEmpty();
    }
  }

  @Test
  @DisplayName("a heading that is not in the file is named")
  void missingHeading() {
    try (var server = new Server()) {
      server.put(TALK, "a;b;c\n".getBytes(Server.SHIFT_JIS));
      assertThatThrownBy(() -> server.files(BY_HEADING).read(TALK, new ReadRows()))
          .isInstanceOf(RecordFileException.class)
          .hasMessageContaining("no heading '電話番号'");
    }
  }

  @Test
  @DisplayName("a first row is not lost as headings")
  void noHeadings() {
    try (var server = new Server()) {
      server.put(TALK, "09011112222,20260901,120000,0312345678,60,11\n");
      assertThatThrownBy(() -> server.files("header = yes").read(TALK, new ReadRows()))
          .isInstanceOf(RecordFileException.class)
          .hasMessageContaining("say 'header = no'");
    }
  }

  @Test
  @DisplayName("what it does not say is as in the standard")
  void standard() {
    assertThat(Server.mapping("")).isEqualTo(RecordMapping.standard());
    assertThat(Server.mapping("charset = utf-8")).isNotEqualTo(RecordMapping.standard());
    assertThat(RecordMapping.standard().of(RecordKind.TALK).repeated())
        .isEqualTo(RepeatedRows.ONCE);
    assertThat(RecordMapping.standard().of(RecordKind.SMS).repeated()).isEqualTo(RepeatedRows.EACH);
  }

  @ParameterizedTest
  @DisplayName("a line that is wrong is named, with its key")
  @CsvSource(
      delimiter = '|',
      value = {
        "talk.lin = 1 | line 1: there is no key 'talk.lin'",
        "sms.duration = 1 | line 1: there is no key 'sms.duration'",
        "charset = ebcdic | line 1: 'charset' is none of",
        "line = 0 | line 1: 'line' is '0': columns are counted from 1",
        "line = off | line 1: 'line' is needed",
        "line = 電話番号 | line 1: 'line' is a heading, but 'header = no'",
        "date-format = qqqq{ | line 1: 'date-format' is 'qqqq{'",
        "zone = Mars | line 1: 'zone' is 'Mars'",
        "nonsense | line 1: write 'key = value'",
        "fields = some | line 1: 'fields' is no number",
        "charge = | line 1: 'charge' has no value"
      })
  void faults(String text, String fault) {
    assertThatThrownBy(() -> Server.mapping(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  @Test
  @DisplayName("all faults are told at once, also a key that is said twice")
  void allFaults() {
    assertThatThrownBy(() -> Server.mapping("header = maybe\n\nline = 1\nline = 2\n"))
        .hasMessageContainingAll("line 1: 'header'", "line 4: 'line' is there already, in line 3");
  }

  @ParameterizedTest
  @DisplayName("durations are whole seconds, begun ones count")
  @CsvSource({
    "SECONDS, 61, 61",
    "TENTHS, 601, 61",
    "MINUTES, 2, 120",
    "CLOCK, 001530, 930",
    "CLOCK, 100:00:01, 360001"
  })
  void durations(DurationUnit unit, String text, long seconds) {
    assertThat(unit.read(text)).isEqualTo(seconds);
  }
}
