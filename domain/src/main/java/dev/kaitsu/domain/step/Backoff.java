package dev.kaitsu.domain.step;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next try: 1, 2, 4 … seconds, at most a minute. */
public final class Backoff {
  private static final List<Integer> SECONDS = List.of(1, 2, 4, 8, 16, 32, 60);

  private Backoff() {}

  /** The wait after this many tries that were put off already. */
  public static Duration after(int deferrals) {
    return Duration.ofSeconds(SECONDS.get(Math.min(deferrals, SECONDS.size() - 1)));
  }
}
