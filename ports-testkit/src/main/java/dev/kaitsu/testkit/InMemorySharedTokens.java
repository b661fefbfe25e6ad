package dev.kaitsu.testkit;

import dev.kaitsu.port.out.SharedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Shared tokens in memory; their store can be away without anybody noticing. */
public final class InMemorySharedTokens implements SharedTokens {
  private record Saved(String token, Instant until) {}

  private final SettableClock clock;
  private final Map<String, Saved> tokens = new HashMap<>();
  private final Map<String, Instant> fetching = new HashMap<>();
  private boolean away;

  public InMemorySharedTokens(SettableClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<String> find(String name) {
    return Optional.ofNullable(tokens.get(name))
        .filter(saved -> !away && clock.instant().isBefore(saved.until()))
        .map(Saved::token);
  }

  @Override
  public synchronized void save(String name, String token, Duration lifetime) {
    if (!away) {
      tokens.put(name, new Saved(token, clock.instant().plus(lifetime)));
    }
  }

  @Override
  public synchronized boolean beginFetching(String name, Duration longest) {
    if (away) {
      return true;
    }
    boolean free =
        Optional.ofNullable(fetching.get(name))
            .filter(until -> clock.instant().isBefore(until))
            .isEmpty();
    if (free) {
      fetching.put(name, clock.instant().plus(longest));
    }
    return free;
  }

  @Override
  public synchronized void endFetching(String name) {
    fetching.remove(name);
  }

  @Override
  public synchronized void forget(String name, String token) {
    if (!away && find(name).filter(token::equals).isPresent()) {
      tokens.remove(name);
    }
  }

  public synchronized void goesAway() {
    away = true;
  }

  public synchronized void comesBack() {
    away = false;
  }
}
