package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real Redis on 127.0.0.1, without password and without memory of its own: it starts empty every
 * time and writes no file. It ends with this JVM, even if that is killed. Safe for use by many
 * threads.
 */
public final class EmbeddedRedisServer implements AutoCloseable {
  /** How many logical databases it has, numbered from 0. */
  public static final int DATABASES = 4_096;

  private static final String READY = "Ready to accept connections";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path binary;
  private final int port;
  private Optional<WatchedServer> running;

  private EmbeddedRedisServer(Path binary, int port, WatchedServer running) {
    this.running = Optional.of(running);
    this.binary = binary;
    this.port = port;
  }

  /**
   * Starts a server on a free port and returns once it answers.
   *
   * @throws StoreUnavailableException if it cannot be started here; the message says what to do
   */
  public static EmbeddedRedisServer start() {
    Platform.current().require("Redis", "REDIS_URL");
    try {
      var binary = RedisBinary.prepare();
      return FreePort.use(port -> new EmbeddedRedisServer(binary, port, launch(binary, port)));
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  public int port() {
    return port;
  }

  /** The process id of the running server, for tests that watch or kill it themselves. */
  public synchronized long pid() {
    return server().pid();
  }

  /** The address in the form of {@code REDIS_URL}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Stops the server at once; what it held is lost. Stopping twice is stopping once. */
  public synchronized void stop() {
    running.ifPresent(WatchedServer::end);
    running = Optional.empty();
  }

  /** Starts the server again on its port, empty, after stopping it if it runs. */
  public synchronized void restart() {
    stop();
    try {
      running = Optional.of(launch(binary, port));
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Freezes the server: connections stay open, nothing is answered until {@link #resume()}. */
  public synchronized void pause() {
    server().signal("STOP");
  }

  /** Lets a paused server go on; it then answers what it was asked meanwhile. */
  public synchronized void resume() {
    server().signal("CONT");
  }

  @Override
  public void close() {
    stop();
  }

  private WatchedServer server() {
    return running.orElseThrow(() -> new IllegalStateException("Redis is stopped"));
  }

  private static WatchedServer launch(Path binary, int port) throws IOException {
    // KILL, because it also ends a paused server, and there is nothing to save.
    var server = WatchedServer.start(command(binary, port), READY, "KILL", Optional.empty());
    boolean usable = false;
    try {
      boolean ready = Interruption.guard(() -> server.output().awaitReady(PATIENCE));
      usable = ready && answersPing(port);
    } finally {
      if (!usable) {
        server.end();
      }
    }
    if (!usable) {
      throw server.output().failure();
    }
    return server;
  }

  private static List<String> command(Path binary, int port) {
    return List.of(
        binary.toString(),
        "--bind",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--databases",
        Integer.toString(DATABASES),
        "--save",
        "",
        "--appendonly",
        "no");
  }

  private static boolean answersPing(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes("+PONG\r\n".length());
      return new String(answer, StandardCharsets.US_ASCII).equals("+PONG\r\n");
    }
  }

  private static StoreUnavailableException cannotStart(IOException cause) {
    return new StoreUnavailableException(
        "The embedded Redis cannot start (%s): set REDIS_URL to a server of your own."
            .formatted(cause.getMessage()),
        cause);
  }
}
