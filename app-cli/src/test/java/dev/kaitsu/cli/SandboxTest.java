package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("kaitsu sandbox")
class SandboxTest {
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='([^']*)'");
  private static final Pattern CONTROL = Pattern.compile("(http://[\\d.:]+)/approve-new");
  @TempDir private Path directory;

  @Test
  @DisplayName("--exit shows how an order of every kind ended, and exits 0 if all is as expected")
  void everyKind() {
    try (var sandbox =
        KaitsuProcess.start(
            directory, Map.of(), "sandbox", "--orders", "19", "--exit", "-o", "json")) {
      var run = sandbox.awaitRun();

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().at("/asExpected").asBoolean()).isTrue();
      assertThat(run.json().at("/billedTwice").asInt()).isZero();
      assertThat(run.json().at("/activatedTwice").asInt()).isZero();
      assertThat(run.json().at("/orders")).hasSize(19);
      assertThat(run.err()).contains("19/19").doesNotContain("\tat ");
    }
  }

  @Test
  @DisplayName("--no-server is an outside world for a server that knows its environment alone")
  void serverInAnotherProcess() throws IOException {
    var file = directory.resolve("sandbox.env");
    try (var sandbox =
        KaitsuProcess.start(
            directory, Map.of(), "sandbox", "--no-server", "--env-file", file.toString())) {
      await().atMost(KaitsuProcess.PATIENCE).until(() -> CONTROL.matcher(sandbox.err()).find());
      var environment = new HashMap<String, String>();
      EXPORT
          .matcher(Files.readString(file))
          .results()
          .forEach(export -> environment.put(export.group(1), export.group(2)));
      environment.put("PORT", "0");
      try (var server = KaitsuProcess.start(directory, environment, "serve").awaitReady()) {
        var order = approveNew(sandbox);

        await()
            .atMost(KaitsuProcess.PATIENCE)
            .until(() -> Run.of(environment, "status", order).out().contains("activated"));
        assertThat(server.err()).isEmpty();
      }
    }
  }

  private static String approveNew(KaitsuProcess sandbox) throws IOException {
    var control = CONTROL.matcher(sandbox.err()).results().findFirst().orElseThrow().group(1);
    var request =
        HttpRequest.newBuilder(URI.create(control + "/approve-new"))
            .POST(BodyPublishers.noBody())
            .build();
    return JsonMapper.builder()
        .build()
        .readTree(sandbox.send(request).body())
        .at("/approved")
        .asText();
  }
}
