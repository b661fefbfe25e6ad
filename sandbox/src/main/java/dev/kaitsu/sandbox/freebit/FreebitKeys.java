package dev.kaitsu.sandbox.freebit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The keys that were handed out; each ends by itself. */
final class FreebitKeys {
  private final InstantSource clock;
  private final FreebitBehaviour behaviour;
  private final Map<String, Instant> ends = new HashMap<>();

  FreebitKeys(InstantSource clock, FreebitBehaviour behaviour) {
    this.clock = clock;
    this.behaviour = behaviour;
  }

  synchronized String issue() {
    var key = UUID.randomUUID().toString().replace("-", "");
    ends.put(key, clock.instant().plus(behaviour.keyLifetime));
    return key;
  }

  synchronized boolean isGood(String key) {
    return clock.instant().isBefore(ends.getOrDefault(key, Instant.MIN));
  }

  synchronized void expireAll() {
    ends.clear();
  }
}
