package dev.kaitsu.sandbox.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * A real Redis on 127.0.0.1, without password and without memory of its own: it starts empty every
 * time and writes no file. It ends with this JVM, even if that is killed. Safe for use by many
 * threads.
 */
public final class EmbeddedRedisServer implements AutoCloseable {
  /** How many logical databases it has, numbered from 0. */
  public static final int DATABASES = 4_096;

  private static final String OK = "+OK";
  private static final int ANSWER_PATIENCE_MS = 10_000;

  private final RedisLaunch launch;
  private Optional<WatchedServer> running;

  private EmbeddedRedisServer(RedisLaunch launch, WatchedServer running) {
    this.launch = launch;
    this.running = Optional.of(running);
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
      return FreePort.use(port -> launched(new RedisLaunch(binary, port)));
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  private static EmbeddedRedisServer launched(RedisLaunch launch) throws IOException {
    return new EmbeddedRedisServer(launch, launch.start());
  }

  public int port() {
    return launch.port();
  }

  /** The process id of the running server, for tests that watch or kill it themselves. */
  public synchronized long pid() {
    return server().pid();
  }

  /** The address in the form of {@code REDIS_URL}. */
  public String url() {
    return "redis://127.0.0.1:" + port();
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
      running = Optional.of(launch.start());
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Forgets everything, and stays up. */
  public void flush() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(ANSWER_PATIENCE_MS);
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(US_ASCII));
      var answer = new String(socket.getInputStream().readNBytes(OK.length()), US_ASCII);
      if (!answer.equals(OK)) {
        throw new IOException("it answered " + answer);
      }
    } catch (IOException e) {
      throw new StoreUnavailableException("The embedded Redis cannot be flushed; restart it.", e);
    }
  }

  /**
   * Freezes the server: connections stay open, and from now on nothing is answered until {@link
   * #resume()}.
   */
  public synchronized void pause() {
    server().freeze();
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

  private static StoreUnavailableException cannotStart(IOException cause) {
    return new StoreUnavailableException(
        "The embedded Redis cannot start (%s): set REDIS_URL to a server of your own."
            .formatted(cause.getMessage()),
        cause);
  }
}
