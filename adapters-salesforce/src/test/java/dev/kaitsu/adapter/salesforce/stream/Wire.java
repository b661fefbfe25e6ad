package dev.kaitsu.adapter.salesforce.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TCP relay on loopback. What goes through it can be frozen: connections stay open, and nothing
 * passes any more in either direction.
 */
final class Wire implements AutoCloseable {
  private static final int BUFFER = 8192;

  private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
  private final ServerSocket door;
  private final int target;
  private final List<Socket> open = new ArrayList<>();
  private AtomicBoolean frozen = new AtomicBoolean();

  private Wire(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static Wire to(int port) {
    try {
      var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      wire.threads.execute(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Connections made later work. */
  synchronized void freezeWhatIsOpen() {
    frozen.set(true);
    frozen = new AtomicBoolean();
  }

  private void accept() {
    try {
      while (true) {
        relay(door.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private synchronized void relay(Socket here, Socket there) {
    open.addAll(List.of(here, there));
    var ice = frozen;
    threads.execute(() -> pump(here, there, ice));
    threads.execute(() -> pump(there, here, ice));
  }

  private static void pump(Socket from, Socket to, AtomicBoolean ice) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!ice.get()) {
          out.write(buffer, 0, read);
        }
      }
      if (!ice.get()) {
        to.close();
      }
    } catch (IOException closed) {
      close(to);
    }
  }

  @Override
  public synchronized void close() {
    open.forEach(Wire::close);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "wire");
    thread.setDaemon(true);
    return thread;
  }
}
