package dev.kaitsu.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happens at the SIM operator can be made to happen over the control endpoint")
class SimsOverControlTest {
  private static final String LINE = "09000000001";

  private final FreebitEmulator freebit = FreebitEmulator.start();
  private final ControlEndpoint control = ControlEndpoint.start(0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    control.close();
    freebit.close();
  }

  @Test
  @DisplayName("stock, locks, delays, keys, and what waits")
  void routes() throws IOException, InterruptedException {
    control.addSystem("freebit", freebit.faults(), freebit::summary);
    new SimRoutes(freebit).registerAt(control);

    assertThat(post("/sims/stock", "{\"phoneNumber\":\"%s\"}".formatted(LINE))).contains(LINE);
    assertThat(post("/sims/lock", "{\"phoneNumber\":\"%s\",\"delayMs\":1}".formatted(LINE)))
        .contains(LINE);
    assertThat(post("/sims/delay", "{\"delayMs\":5000}")).contains("5000");
    assertThat(post("/sims/apply", "")).contains("true");
    assertThat(post("/sims/expire-keys", "")).contains("true");
    assertThat(post("/sims/stock", "{\"number\":\"1\"}")).contains("unknown");
    assertThat(
            post(
                "/faults",
                "{\"system\":\"freebit\",\"operation\":\"PA05-41\",\"when\":\"AFTER_COMMIT\","
                    + "\"symptom\":\"DROP\"}"))
        .contains("scripted");
    assertThat(send(HttpRequest.newBuilder().GET(), "/state"))
        .contains("\"%s\":\"temporary\"".formatted(LINE));
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
  }

  private String send(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    var full = request.uri(control.uri().resolve(path)).timeout(Duration.ofSeconds(10)).build();
    return client.send(full, HttpResponse.BodyHandlers.ofString()).body();
  }
}
