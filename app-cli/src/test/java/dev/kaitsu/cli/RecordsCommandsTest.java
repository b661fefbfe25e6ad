package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.sftp.RecordFileSeed;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu records")
class RecordsCommandsTest {
  private static final String LINE = RecordFileSeed.LINES.get(0);
  private static OutsideWorld world;

  private final YearMonth newest = YearMonth.now(ZoneId.of("Asia/Tokyo")).minusMonths(2);
  private final String thatMonth = newest.toString();

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @AfterEach
  void mend() {
    world.sftp().troubles().mend();
  }

  private static Run kaitsu(String... arguments) {
    return with(Map.of(), arguments);
  }

  private static Run with(Map<String, String> changes, String... arguments) {
    var environment = new HashMap<>(world.environment());
    environment.remove("REDIS_URL");
    environment.putAll(changes);
    return Run.of(Map.copyOf(environment), arguments);
  }

  @Test
  @DisplayName("import takes both files, tells how far it is, and does nothing the second time")
  void imports() {
    var older = newest.minusMonths(2).toString();
    var first = kaitsu("records", "import", "--month", older, "-o", "json");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.json().findValuesAsText("rows")).containsExactly("1000", "1000");
    assertThat(first.err()).contains("100% of", "1,000 rows");

    var again = kaitsu("records", "import", "--month", older, "--kind", "sms", "-o", "json");
    assertThat(again.json().at("/0/outcome").asText()).isEqualTo("unchanged");

    var status = kaitsu("records", "status");
    assertThat(status.out()).contains("talk", older, "imported", "1000");
  }

  @Test
  @DisplayName("show lists a line's records with totals, or says that the month is not there")
  void shows() {
    kaitsu("records", "import", "--month", thatMonth);
    var run = kaitsu("records", "show", LINE, "--month", thatMonth, "--most", "2", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/talk/records")).hasSize(2);
    assertThat(run.json().at("/talk/count").asInt()).isGreaterThan(2);
    assertThat(run.json().at("/sms/quantity").asInt())
        .isEqualTo(run.json().at("/sms/count").asInt());
    assertThat(kaitsu("records", "show", LINE, "--month", "2001-01").exitCode()).isEqualTo(3);
    assertThat(kaitsu("records", "show", "12", "--month", thatMonth).exitCode()).isEqualTo(2);
  }

  @Test
  @DisplayName("months and numbers out of all bounds are refused")
  void bounds() {
    var run = kaitsu("records", "show", LINE, "--month", "+999999999-01");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--month", "it is no month from 2000 to 2099")
        .doesNotContain("Text");
    assertThat(kaitsu("records", "bad", "--month", "2026-09", "--most", "-1").exitCode())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("import fails if one of its files fails, be the other one missing")
  void failureWins() throws IOException {
    var name = "PASI_talk-detail-202101.csv";
    var file = Files.writeString(world.sftp().root().resolve(name), "\r\n\r\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    var run = kaitsu("records", "import", "--month", "2021-01");
    assertThat(run.out()).contains(name + " holds no row", "missing");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "bad lists rows by line and reason, what they hold only if asked; show tells their number")
  void bad() throws IOException {
    var month = newest.minusMonths(1);
    var file = world.sftp().root().resolve("PASI_sms-detail-%s.csv".formatted(compact(month)));
    Files.write(file, "x".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
    Files.write(file, "yz\r\n".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    kaitsu("records", "import", "--month", month.toString(), "--kind", "sms");

    var run = kaitsu("records", "bad", "--month", month.toString(), "-o", "json");
    assertThat(run.json().at("/0/line").asInt()).isEqualTo(1001);
    assertThat(run.json().at("/0/reason").asText()).contains("it has only 1 fields");
    assertThat(run.out()).doesNotContain("xyz");
    assertThat(kaitsu("records", "bad", "--month", month.toString(), "--content").out())
        .contains("xyz");
    showTells(month.toString());
  }

  private static void showTells(String month) {
    var run = kaitsu("records", "show", LINE, "--month", month, "-o", "json");
    assertThat(run.json().at("/sms/badRows").asInt()).isOne();
    assertThat(run.json().at("/sms/importedAt").asText()).endsWith("Z");
    assertThat(run.json().at("/talk/state").asText()).isEqualTo("not imported");
    assertThat(kaitsu("records", "show", LINE, "--month", month).out()).contains("not imported");
  }

  @Test
  @DisplayName("import tells what is missing, refused and down apart by its exit code")
  void exitCodes() {
    var missing = kaitsu("records", "import", "--month", "2020-01");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.out()).contains("PASI_talk-detail-202001.csv is not there");

    world.sftp().troubles().showOtherHostKey();
    var refused = kaitsu("records", "import", "--month", thatMonth);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains(world.sftp().otherFingerprint());
    world.sftp().troubles().mend();

    world.sftp().stop();
    assertThat(kaitsu("records", "import", "--month", thatMonth).exitCode()).isEqualTo(5);
    world.sftp().restart();
  }

  @Test
  @DisplayName("half a group of settings is refused by its names, none of it means off")
  void settings() {
    var environment = new HashMap<>(world.environment());
    environment.remove("SFTP_HOST_KEY");
    environment.put("SFTP_PRIVATE_KEY_PATH", "/nowhere");
    var half = Run.of(environment, "records", "status");
    assertThat(half.exitCode()).isEqualTo(2);
    assertThat(half.err())
        .contains("SFTP_HOST_KEY is missing", "SFTP_PRIVATE_KEY_PATH names a file that cannot");

    environment.keySet().removeIf(name -> name.startsWith("SFTP_"));
    environment.put("SFTP_RECORDS_MAPPING", "/nowhere");
    var alone = Run.of(environment, "records", "status");
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(alone.err()).contains("SFTP_HOST is missing").doesNotContain("/nowhere");
    assertThat(Run.of(environment, "doctor").out())
        .contains("its settings cannot be used, so no records are imported");

    environment.keySet().removeIf(name -> name.startsWith("SFTP_"));
    var off = Run.of(environment, "records", "import", "--month", thatMonth);
    assertThat(off.exitCode()).isEqualTo(2);
    assertThat(off.err()).contains("must be set to import records");
  }

  @Test
  @DisplayName("a mapping that is wrong is told by its line")
  void mapping() throws IOException {
    var file = Files.createTempFile("kaitsu", ".mapping");
    Files.writeString(file, "header = no\ntalk.lin = 3\n");
    var run = with(Map.of("SFTP_RECORDS_MAPPING", file.toString()), "records", "status");
    Files.delete(file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("SFTP_RECORDS_MAPPING", "line 2: there is no key 'talk.lin'");
  }

  private static String compact(YearMonth month) {
    return month.toString().replace("-", "");
  }
}
