package dev.kaitsu.adapter.redis;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Whether Redis answers, how fast, and which version it is. */
final class RedisCheckup implements Checkup {
  private static final Pattern VERSION = Pattern.compile("redis_version:([0-9.]+)");

  private final RedisLink link;

  RedisCheckup(RedisLink link) {
    this.link = link;
  }

  @Override
  public String name() {
    return "redis.connection";
  }

  @Override
  public List<Finding> look() {
    if (link.ask(redis -> redis.ping()).isEmpty()) { // waits for the first connection
      return List.of(
          Finding.fail(
              "Redis does not answer",
              "check REDIS_URL and the Redis server; unset REDIS_URL to go without it"));
    }
    long start = System.nanoTime();
    boolean again = link.ask(redis -> redis.ping()).isPresent();
    var took = Duration.ofNanos(System.nanoTime() - start);
    return List.of(
        again
            ? Finding.pass("Redis %s answers in %d ms".formatted(version(), took.toMillis()))
            : Finding.warn(
                "Redis answers late or not every time", "look at its load and the network"));
  }

  /** Accounts may be kept from asking. */
  private String version() {
    return link.ask(redis -> redis.info("server"))
        .map(VERSION::matcher)
        .filter(found -> found.find())
        .map(found -> found.group(1))
        .orElse("(of a version it does not tell)");
  }
}
