package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.store.EmbeddedPostgresServer;
import dev.kaitsu.sandbox.store.EmbeddedRedisServer;
import java.util.Map;

/**
 * The control routes that make the stores fail, and mend them:
 *
 * <ul>
 *   <li>{@code POST /postgres {"act":"STOP"}}: or {@code KILL} as a power cut would, {@code START},
 *       or {@code CUT}, which breaks every connection
 *   <li>{@code POST /redis {"act":"STOP"}}: or {@code START} empty, {@code FLUSH}, {@code FREEZE},
 *       or {@code RESUME} after that
 * </ul>
 */
final class StoreRoutes {
  private final EmbeddedPostgresServer postgres;
  private final String database;
  private final EmbeddedRedisServer redis;

  private enum PostgresAct {
    STOP,
    KILL,
    START,
    CUT
  }

  private enum RedisAct {
    STOP,
    START,
    FLUSH,
    FREEZE,
    RESUME
  }

  StoreRoutes(EmbeddedPostgresServer postgres, String database, EmbeddedRedisServer redis) {
    this.postgres = postgres;
    this.database = database;
    this.redis = redis;
  }

  void registerAt(ControlEndpoint control) {
    control.register("POST /postgres", this::postgres);
    control.register("POST /redis", this::redis);
  }

  private Object postgres(ControlRequest request) {
    var act = request.only("act").constant("act", PostgresAct.class);
    int broken = 0;
    switch (act) {
      case STOP -> postgres.stop();
      case KILL -> postgres.kill();
      case START -> postgres.restart();
      case CUT -> broken = postgres.terminateConnections(database);
    }
    return Map.of("done", act, "connections", broken);
  }

  private Object redis(ControlRequest request) {
    var act = request.only("act").constant("act", RedisAct.class);
    switch (act) {
      case STOP -> redis.stop();
      case START -> redis.restart();
      case FLUSH -> redis.flush();
      case FREEZE -> redis.pause();
      case RESUME -> redis.resume();
    }
    return Map.of("done", act);
  }
}
