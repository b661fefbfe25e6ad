package dev.kaitsu.adapter.salesforce.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network path to a loopback port that can go dead: no byte passes, and no end is told. */
final class FrozenPath implements AutoCloseable {
  private final int target;
  private final ServerSocket entrance;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean frozen;

  private FrozenPath(int target, ServerSocket entrance) {
    this.target = target;
    this.entrance = entrance;
  }

  static FrozenPath to(int port) {
    try {
      var path = new FrozenPath(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      path.inBackground(path::accept);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return entrance.getLocalPort();
  }

  void freeze() {
    frozen = true;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (var socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (!entrance.isClosed()) {
      var near = entrance.accept();
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.addAll(List.of(near, far));
      inBackground(() -> pass(near, far));
      inBackground(() -> pass(far, near));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    var bytes = new byte[8192];
    for (int read = from.getInputStream().read(bytes); read >= 0; ) {
      if (!frozen) {
        to.getOutputStream().write(bytes, 0, read);
      }
      read = from.getInputStream().read(bytes);
    }
  }

  private void inBackground(Passing work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // The test is over.
              }
            },
            "frozen-path");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Passing {
    void run() throws IOException;
  }
}
