package dev.kaitsu.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on 127.0.0.1 for one emulated system. Every exchange has a daemon thread of its
 * own, without a limit, so that a slow answer never makes another caller wait.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int BACKLOG = 1024;

  static {
    // The JDK's server sends head and body apart; with Nagle's algorithm that costs 40 ms an
    // answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts serving.
   *
   * @param name names the threads
   * @param port the port to take; 0 takes a free one
   * @throws UncheckedIOException if the port is taken
   */
  public static LoopbackServer start(String name, int port, HttpHandler handler) {
    try {
      var address =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      HttpServer server = HttpServer.create(address, BACKLOG);
      ExecutorService threads = daemonThreads(name);
      server.setExecutor(threads);
      server.createContext("/", exchange -> serve(exchange, handler));
      server.start();
      return new LoopbackServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot listen on 127.0.0.1:%d: %s".formatted(name, port, e.getMessage()), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The root address, without a slash at its end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Ends every connection at once, even those still waiting for an answer. */
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private static void serve(HttpExchange exchange, HttpHandler handler) {
    try (exchange) {
      handler.handle(exchange);
    } catch (IOException e) {
      log.debug("the caller of {} left before its answer", exchange.getRequestURI(), e);
    } catch (RuntimeException e) {
      log.error("the emulator failed at {}", exchange.getRequestURI(), e);
    }
  }

  private static ExecutorService daemonThreads(String name) {
    var count = new AtomicLong();
    return Executors.newCachedThreadPool(
        work -> {
          var thread = new Thread(work, name + "-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
