package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server process that cannot outlive this JVM. A small shell starts it and reads a pipe that only
 * we hold open: words in it are signals for the server, and its end, which comes however the JVM
 * ends, is the order to stop the server and to remove its temporary files.
 */
final class WatchedServer {
  /**
   * The second shell tells the server's process id before it becomes the server. The end signal is
   * repeated, because a server that has just begun to start may not listen for it yet.
   */
  private static final String WATCH =
      """
      end=$1; scrap=$2; shift 2
      sh -c 'echo $$; exec "$@"' server "$@" 2>&1 &
      server=$!
      exec >/dev/null 2>&1
      while read -r word; do
        case $word in keep) scrap= ;; *) kill -"$word" $server ;; esac
      done
      while kill -"$end" $server; do sleep 1; done &
      again=$!
      wait $server
      kill $again
      [ -z "$scrap" ] || rm -rf "$scrap"
      """;

  private static final Duration FREEZE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration END_PATIENCE = Duration.ofSeconds(30);

  private final Process watcher;
  private final long pid;
  private final ServerOutput output;

  private WatchedServer(Process watcher, long pid, ServerOutput output) {
    this.watcher = watcher;
    this.pid = pid;
    this.output = output;
  }

  /**
   * Starts a server.
   *
   * @param readyPhrase what the server prints once it can be used
   * @param endSignal the signal, without SIG, that stops it when the pipe ends
   * @param scrap what to remove if the JVM is gone without having stopped the server
   */
  static WatchedServer start(
      List<String> command, String readyPhrase, String endSignal, Optional<Path> scrap)
      throws IOException {
    // A session of its own, so that Ctrl-C on the terminal stops the program before its stores.
    var watch = new ArrayList<>(Platform.current().ownSession());
    watch.addAll(List.of("sh", "-c", WATCH, "watch", endSignal));
    watch.add(scrap.map(Path::toString).orElse(""));
    watch.addAll(command);
    var watcher = new ProcessBuilder(watch).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines = watcher.getInputStream();
    long pid = firstLine(lines);
    return new WatchedServer(watcher, pid, ServerOutput.follow(lines, readyPhrase));
  }

  long pid() {
    return pid;
  }

  /** Waits until the server can be used; one that cannot in time, or ends before, is stopped. */
  void awaitReady(Duration patience) throws IOException {
    boolean ready = false;
    try {
      ready = Interruption.guard(() -> output.awaitReady(patience));
    } finally {
      if (!ready) {
        end();
      }
    }
    if (!ready) {
      throw output.failure();
    }
  }

  /** Stops the server by its end signal, leaves its files, and returns when all of it is gone. */
  void end() {
    tell("keep");
    try (var pipe = watcher.getOutputStream()) {
      pipe.flush();
    } catch (IOException e) {
      throw unwatched(e);
    }
    awaitEnd();
  }

  /** Waits until the server and its children are gone. */
  void awaitEnd() {
    if (!Interruption.guard(() -> output.awaitEnd(END_PATIENCE))) {
      throw new StoreUnavailableException(
          "A store (process %d) has not stopped within %d s; end it by hand."
              .formatted(pid, END_PATIENCE.toSeconds()));
    }
  }

  /** Has a signal, named without SIG, sent to the server; it may arrive a little later. */
  void signal(String name) {
    tell(name);
  }

  /** Stops the server in mid-air, and returns when it stands still; the signal CONT ends that. */
  void freeze() {
    signal("STOP");
    try {
      if (!new ProcessState(pid).awaitStopped(FREEZE_PATIENCE)) {
        throw new IOException("it still runs after " + FREEZE_PATIENCE);
      }
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "A store (process %d) cannot be paused; start a new one.".formatted(pid), e);
    }
  }

  private void tell(String word) {
    try {
      OutputStream pipe = watcher.getOutputStream();
      pipe.write((word + "\n").getBytes(StandardCharsets.UTF_8));
      pipe.flush();
    } catch (IOException e) {
      throw unwatched(e);
    }
  }

  private StoreUnavailableException unwatched(IOException cause) {
    return new StoreUnavailableException(
        "The watcher of a store (process %d) was killed from outside; end the store by hand."
            .formatted(pid),
        cause);
  }

  /** Byte by byte: what follows the first line belongs to the one who follows the output. */
  private static long firstLine(InputStream lines) throws IOException {
    var line = new StringBuilder();
    for (int next = lines.read(); next != '\n'; next = lines.read()) {
      if (next < 0) {
        throw new IOException("the shell that watches the server ended at once");
      }
      line.append((char) next);
    }
    return Long.parseLong(line.toString());
  }
}
