package dev.kaitsu.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own: {@code kaitsu serve}. */
public final class ServerProcess implements AutoCloseable {
  private static final int KILOBYTE = 1024;
  private static final int MEGABYTE = KILOBYTE * KILOBYTE;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final Path output;
  private final Path errors;
  private final Duration untilReady;

  private ServerProcess(Launcher launcher, String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    port = freePort();
    output = launcher.file(name + ".out");
    errors = launcher.file(name + ".err");
    var variables = new HashMap<>(environment);
    variables.put("PORT", Integer.toString(port));
    long begun = System.nanoTime();
    process = launcher.start(name, List.of("serve"), variables);
    Patience.until("%s is ready".formatted(name), this::isReady);
    untilReady = Duration.ofNanos(System.nanoTime() - begun);
  }

  /**
   * Starts a node and waits until it is ready.
   *
   * @param name of its log files
   */
  public static ServerProcess start(Launcher launcher, String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    return new ServerProcess(launcher, name, environment);
  }

  /** From the start of the process until {@code /health/ready} was answered with 200. */
  public Duration untilReady() {
    return untilReady;
  }

  public void awaitStreams() throws IOException, InterruptedException {
    Patience.until("the streams are live", () -> get("/health/sf-events").contains("\"ok\""));
  }

  public MetricsPage metrics() throws IOException, InterruptedException {
    return MetricsPage.parse(get("/metrics"));
  }

  /** Resident memory as the kernel counts it, in megabytes. */
  public double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTE)
        .sum();
  }

  /** Used heap in megabytes, garbage included. */
  public double heapMegabytes() throws IOException, InterruptedException {
    return metrics().sum("jvm_memory_used_bytes", "area=\"heap\"") / MEGABYTE;
  }

  /** Threads as the kernel counts them. */
  public int threads() throws IOException {
    return count("task");
  }

  /** Open files, sockets and pipes. */
  public int openFiles() throws IOException {
    return count("fd");
  }

  private int count(String what) throws IOException {
    try (var entries = Files.list(Path.of("/proc", Long.toString(process.pid()), what))) {
      return Math.toIntExact(entries.count());
    }
  }

  public void collectGarbage() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run").start().waitFor();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it logs, one JSON object a line. */
  public Path output() {
    return output;
  }

  /** What it says beside its log: nothing, as a rule. */
  public Path errors() {
    return errors;
  }

  /** The status with which a page is answered. */
  public int status(String path) throws IOException, InterruptedException {
    return send(path).statusCode();
  }

  /** SIGSTOP. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT, after {@link #freeze}. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** SIGTERM; returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** The exit code, once it has ended; empty if it has not in time. */
  public OptionalInt exitCode(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  private void signal(String name) throws IOException, InterruptedException {
    var pid = Long.toString(process.pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (code != 0) {
      throw new IOException("process %s takes no signal %s".formatted(pid, name));
    }
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private boolean isReady() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended: " + Files.readString(errors));
    }
    try {
      return send("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(path).body();
  }

  private HttpResponse<String> send(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    Launcher.stop(process);
  }
}
