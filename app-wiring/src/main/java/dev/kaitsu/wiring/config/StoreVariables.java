package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.postgres.PostgresConfig;
import dev.kaitsu.adapter.redis.RedisConfig;
import java.util.Optional;

/** {@code DATABASE_URL} and {@code REDIS_URL}. */
final class StoreVariables {
  private StoreVariables() {}

  static Optional<PostgresConfig> database(Variables variables, WorkVariables work) {
    return variables
        .requiredSecret("DATABASE_URL", "postgresql://user:password@host:port/database")
        .flatMap(
            url ->
                variables.build(
                    () ->
                        PostgresConfig.of(url)
                            .withWorkers(work.workers())
                            .withTakeoverAfter(work.fulfillment().takeoverAfter())
                            .withTurnLimit(work.turnLimit())));
  }

  static Optional<RedisConfig> redis(Variables variables) {
    return variables
        .secret("REDIS_URL")
        .flatMap(url -> variables.build(() -> new RedisConfig(url, RedisConfig.DEFAULT_TIMEOUT)));
  }
}
