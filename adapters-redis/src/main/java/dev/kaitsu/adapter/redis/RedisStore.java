package dev.kaitsu.adapter.redis;

import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.OrderChanges;
import dev.kaitsu.port.out.SharedTokens;
import dev.kaitsu.port.out.WakeUps;

/** One node's link to Redis, and the ports that it serves. */
public final class RedisStore implements AutoCloseable {
  private final RedisLink link;

  private RedisStore(RedisLink link) {
    this.link = link;
  }

  /** Starts linking up in the background; works, with nothing in it, as long as Redis is away. */
  public static RedisStore open(RedisConfig config) {
    return new RedisStore(RedisLink.open(config));
  }

  public SharedTokens tokens() {
    return new RedisTokens(link);
  }

  public CursorMirror cursorMirror() {
    return new RedisCursorMirror(link);
  }

  public WakeUps wakeUps() {
    return new RedisWakeUps(link);
  }

  public OrderChanges orderChanges() {
    return new RedisOrderChanges(link);
  }

  public HealthProbe probe() {
    return new RedisProbe(link);
  }

  /** Looks whether Redis is there before a go-live. */
  public Checkup checkup() {
    return new RedisCheckup(link);
  }

  @Override
  public void close() {
    link.close();
  }
}
