package dev.kaitsu.server;

/** The HTTP port is in use. */
public final class PortTakenException extends RuntimeException {
  PortTakenException(int port, Throwable cause) {
    super(
        "PORT %d is in use by another program; stop that one, or set PORT to a free port"
            .formatted(port),
        cause);
  }
}
