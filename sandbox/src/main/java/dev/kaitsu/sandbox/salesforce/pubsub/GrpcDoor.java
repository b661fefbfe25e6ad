package dev.kaitsu.sandbox.salesforce.pubsub;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The listening socket, which can be shut and opened again on the same port. */
final class GrpcDoor {
  /** The vendor's tolerance is unknown; a production client is known to ping every 30 s. */
  private static final long SHORTEST_PING_SECONDS = 10;

  private static final long GOODBYE_MILLIS = 200;

  private final ServerServiceDefinition service;
  private int port;
  private Optional<Server> server = Optional.empty();

  GrpcDoor(ServerServiceDefinition service, int port) {
    this.service = service;
    this.port = port;
  }

  synchronized int port() {
    return port;
  }

  /** Does nothing when it is open already. */
  synchronized void open() {
    if (server.isPresent()) {
      return;
    }
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      var started =
          NettyServerBuilder.forAddress(address, InsecureServerCredentials.create())
              .permitKeepAliveTime(SHORTEST_PING_SECONDS, TimeUnit.SECONDS)
              .permitKeepAliveWithoutCalls(true)
              .addStreamTracerFactory(new TransportTrace.Factory())
              .addService(service)
              .build()
              .start();
      port = started.getPort();
      server = Optional.of(started);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on %s: is the port in use?".formatted(address), e);
    }
  }

  /** Connections get a moment to hear of it; calls still under way are then cut. */
  synchronized void shut() {
    server.ifPresent(GrpcDoor::end);
    server = Optional.empty();
  }

  private static void end(Server running) {
    running.shutdown();
    try {
      if (!running.awaitTermination(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
        running.shutdownNow();
        running.awaitTermination(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
