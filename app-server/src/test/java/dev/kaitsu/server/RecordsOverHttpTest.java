package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.sftp.RecordFileSeed;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line's records are asked for over HTTP")
class RecordsOverHttpTest {
  private static final String TOKEN = "a-token-of-this-test";
  private static final String LINE = RecordFileSeed.LINES.get(0);
  private static Scene scene;
  private static RunningServer server;

  private final String month =
      YearMonth.now(ZoneId.of("Asia/Tokyo")).minusMonths(3).toString(); // due on any day

  @BeforeAll
  static void open() {
    scene = new Scene();
    server = scene.serve(Map.of("KAITSU_API_TOKEN", TOKEN, "SF_EVENTS_ENABLED", "false"));
  }

  @AfterAll
  static void close() {
    server.close();
    scene.close();
  }

  @Test
  @DisplayName("once the server itself has imported them, with totals")
  void records() {
    eventually(() -> server.get(path(LINE, "month=" + month), TOKEN).statusCode() == 200);
    eventually(
        () ->
            server
                    .get(path(LINE, "most=1&month=" + month), TOKEN)
                    .body()
                    .split("\"imported\"", -1)
                    .length
                == 3);

    var answer = server.get(path(LINE, "most=1&month=" + month), TOKEN).body();
    assertThat(answer)
        .contains(
            "\"line\" : \"" + LINE,
            "\"talk\"",
            "\"badRows\" : 0",
            "\"importedAt\"",
            "\"count\" : ",
            "\"charge\"");
    assertThat(answer.split("otherParty", -1)).hasSize(3);
  }

  @Test
  @DisplayName("by nobody without the token")
  void guarded() {
    assertThat(server.get(path(LINE, "month=" + month), "another").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @DisplayName("a request that cannot be read is refused by its parameter, and nothing is repeated")
  @CsvSource({
    "0901, month=2026-09, number",
    "09011112222, x=1, month",
    "09011112222, month=9, month",
    "09011112222, month=%2B999999999-01, month",
    "09011112222, month=2026-09&most=0, most"
  })
  void refused(String line, String query, String field) {
    var answer = server.get(path(line, query), TOKEN);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"field\" : \"" + field)
        .doesNotContain("0901")
        .doesNotContain("Text ");
  }

  @Test
  @DisplayName("a month that is not imported is not found")
  void notImported() {
    assertThat(server.get(path(LINE, "month=2001-01"), TOKEN).statusCode()).isEqualTo(404);
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Scene.PATIENCE).until(condition);
  }

  private static String path(String line, String query) {
    return "/api/sim/lines/%s/records?%s".formatted(line, query);
  }
}
