package dev.kaitsu.sandbox.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server says: drained for as long as it lives, searched for the phrase that means it is
 * ready, the last lines kept to explain a failure. It ends when the server and all its children are
 * gone.
 */
final class ServerOutput {
  private static final Logger LOG = LoggerFactory.getLogger(ServerOutput.class);
  private static final int LINES_KEPT = 12;

  private final String readyPhrase;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Deque<String> lastLines = new ArrayDeque<>();
  private volatile boolean ready;

  private ServerOutput(String readyPhrase) {
    this.readyPhrase = readyPhrase;
  }

  static ServerOutput follow(InputStream output, String readyPhrase) {
    var followed = new ServerOutput(readyPhrase);
    var thread = new Thread(() -> followed.drain(output), "store-output");
    thread.setDaemon(true);
    thread.start();
    return followed;
  }

  /** Whether the server became ready in time; false at once if it ended before. */
  boolean awaitReady(Duration patience) throws InterruptedException {
    return decided.await(patience.toMillis(), TimeUnit.MILLISECONDS) && ready;
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why the server did not become ready: its own complaint, with all its last lines as cause. */
  IOException failure() {
    List<String> lines;
    synchronized (lastLines) {
      lines = List.copyOf(lastLines);
    }
    var said = new IOException("its last lines: " + String.join(" | ", lines));
    if (lines.stream().anyMatch(line -> line.contains("already in use"))) {
      return new IOException("its port is already in use", said);
    }
    var fatal = lines.stream().filter(line -> line.contains("FATAL")).findFirst();
    var last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    return new IOException(fatal.orElse(last).strip(), said);
  }

  private void drain(InputStream output) {
    try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      lines.lines().forEach(this::take);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the output of a store broke off", e);
    } finally {
      ended.countDown();
      decided.countDown();
    }
  }

  private void take(String line) {
    LOG.debug("{}", line);
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LINES_KEPT) {
        lastLines.remove();
      }
    }
    if (line.contains(readyPhrase)) {
      ready = true;
      decided.countDown();
    }
  }
}
