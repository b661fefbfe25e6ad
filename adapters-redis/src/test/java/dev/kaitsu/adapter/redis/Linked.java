package dev.kaitsu.adapter.redis;

import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.store.SharedRedis;

/** Stores for the contracts: one that is linked up, and one whose Redis was never there. */
final class Linked {
  /** The lowest port there is: nothing of ours listens on it. */
  private static final String NOWHERE = "redis://127.0.0.1:1/0";

  private Linked() {}

  static RedisStore up() {
    var store = RedisStore.open(new RedisConfig(SharedRedis.url(), RedisConfig.DEFAULT_TIMEOUT));
    await().until(() -> store.probe().problem().isEmpty());
    return store;
  }

  static RedisStore away() {
    return RedisStore.open(new RedisConfig(NOWHERE, RedisConfig.DEFAULT_TIMEOUT));
  }
}
