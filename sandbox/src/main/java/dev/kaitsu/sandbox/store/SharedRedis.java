package dev.kaitsu.sandbox.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One Redis for all tests of a JVM, started when first asked for; each test takes a logical
 * database of its own. Channels of PUBLISH are shared by all of them. Nobody may stop or pause it:
 * a test that does starts its own.
 */
public final class SharedRedis {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static Optional<EmbeddedRedisServer> started = Optional.empty();

  private SharedRedis() {}

  /** The address of a new, empty logical database, in the form of {@code REDIS_URL}. */
  public static String url() {
    int database = TAKEN.getAndIncrement();
    if (database >= EmbeddedRedisServer.DATABASES) {
      throw new IllegalStateException("this JVM took all databases of its shared Redis");
    }
    return server().url() + "/" + database;
  }

  private static synchronized EmbeddedRedisServer server() {
    var server = started.orElseGet(EmbeddedRedisServer::start);
    started = Optional.of(server);
    return server;
  }
}
