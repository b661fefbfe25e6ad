package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts the Redis process and waits until it answers. */
record RedisLaunch(Path binary, int port) {
  private static final String READY = "Ready to accept connections";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PONG = "+PONG\r\n";

  WatchedServer start() throws IOException {
    // KILL, because it also ends a paused server, and there is nothing to save.
    var server = WatchedServer.start(command(), READY, "KILL", Optional.empty());
    server.awaitReady(PATIENCE);
    try {
      ping();
    } catch (IOException e) {
      server.end();
      throw e;
    }
    return server;
  }

  private List<String> command() {
    return List.of(
        binary.toString(),
        "--bind",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--databases",
        Integer.toString(EmbeddedRedisServer.DATABASES),
        "--save",
        "",
        "--appendonly",
        "no");
  }

  private void ping() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(PONG.length());
      if (!new String(answer, StandardCharsets.US_ASCII).equals(PONG)) {
        throw new IOException("something else than Redis answers on port " + port);
      }
    }
  }
}
