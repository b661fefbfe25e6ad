package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 for servers that were not given one. */
final class FreePort {
  private static final int ATTEMPTS = 3;

  private FreePort() {}

  /** Starts something that listens on a port. */
  @FunctionalInterface
  interface Start<T> {
    T on(int port) throws IOException;
  }

  /** Starts on a free port, and on another one if somebody took it just before us. */
  static <T> T use(Start<T> start) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return start.on(pick());
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("already in use")) {
          throw e;
        }
      }
    }
  }

  private static int pick() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
