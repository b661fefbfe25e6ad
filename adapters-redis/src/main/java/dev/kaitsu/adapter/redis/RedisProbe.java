package dev.kaitsu.adapter.redis;

import dev.kaitsu.port.out.HealthProbe;
import java.util.Optional;

/** Sends a PING. */
final class RedisProbe implements HealthProbe {
  private final RedisLink link;

  RedisProbe(RedisLink link) {
    this.link = link;
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public Optional<String> problem() {
    return link.ask(redis -> redis.ping()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Redis does not answer; orders go on without it. Check REDIS_URL and the Redis server");
  }
}
