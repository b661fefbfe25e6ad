package dev.kaitsu.adapter.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;

/**
 * Where Redis is.
 *
 * @param url {@code redis://[[user:]password@]host:port[/database]}, or {@code rediss://} for TLS
 * @param timeout how long a command may take before Redis counts as away
 */
public record RedisConfig(String url, Duration timeout) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it, since it may
   *     hold a password
   */
  public RedisConfig {
    try {
      RedisURI.create(url);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "REDIS_URL is no Redis address; write it like redis://host:6379/0", malformed);
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("the Redis timeout is not positive: " + timeout);
    }
  }

  RedisURI uri() {
    var uri = RedisURI.create(url);
    uri.setTimeout(timeout);
    return uri;
  }

  @Override
  public String toString() {
    var uri = RedisURI.create(url);
    return "RedisConfig[%s:%d/%d]".formatted(uri.getHost(), uri.getPort(), uri.getDatabase());
  }
}
