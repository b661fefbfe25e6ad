package dev.kaitsu.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The real command line in a process of its own, which can be killed. */
final class KaitsuProcess implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern SERVES = Pattern.compile("serves on port (\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path out;
  private final Path err;

  private KaitsuProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command with this environment and nothing else of ours. */
  static KaitsuProcess start(Path directory, Map<String, String> environment, String... arguments) {
    try {
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName()));
      command.addAll(List.of(arguments));
      var out = Files.createTempFile(directory, arguments[0], ".out");
      var err = Files.createTempFile(directory, arguments[0], ".err");
      var builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("HOME") && !name.equals("PATH"));
      builder.environment().putAll(environment);
      return new KaitsuProcess(builder.start(), out, err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until a server takes work and is subscribed. */
  KaitsuProcess awaitReady() {
    await().atMost(PATIENCE).until(() -> port().isPresent() || !process.isAlive());
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
        .until(() -> get("/health/sf-events").body().contains("\"status\" : \"ok\""));
    return this;
  }

  private Optional<String> port() {
    var found = SERVES.matcher(out());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port().orElseThrow(() -> new AssertionError(err())));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address().resolve(path)).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Sends STOP, after which it does nothing at all, or CONT, after which it goes on. */
  void signal(String name) {
    try {
      var sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
      if (sent.waitFor() != 0) {
        throw new IllegalStateException("no signal " + name + " to " + process.info());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it still runs: " + process.info());
      }
      return process.exitValue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  Run awaitRun() {
    return new Run(awaitExit(), out(), err());
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
