package dev.kaitsu.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server how it is. */
@Command(
    name = "health",
    description = "Shows the health of a running server and of its event subscriptions.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;

  @Option(
      names = "--url",
      paramLabel = "<url>",
      description = "The server's address (default http://127.0.0.1:$PORT, port 4000 if unset).")
  private String url = "";

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    var base = url.isEmpty() ? "http://127.0.0.1:" + environment.getOrDefault("PORT", "4000") : url;
    try {
      var page = new LinkedHashMap<String, Object>(page(base + "/health"));
      page.put("sfEvents", page(base + "/health/sf-events"));
      output.print(spec.commandLine().getOut(), page);
      return ("ok".equals(page.get("status")) ? ExitCode.OK : ExitCode.FAILED).number();
    } catch (IOException | IllegalArgumentException away) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE,
          "no Kaitsu server answers at %s; start one with 'kaitsu serve', or give --url"
              .formatted(base));
    }
  }

  private static Map<String, Object> page(String address) throws IOException, InterruptedException {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    var answer = client.send(request, BodyHandlers.ofString());
    return JSON.readValue(answer.body(), new TypeReference<>() {});
  }
}
