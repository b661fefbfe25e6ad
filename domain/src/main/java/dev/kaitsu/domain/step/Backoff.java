package dev.kaitsu.domain.step;

import dev.kaitsu.model.FailureCode;
import java.time.Duration;
import java.util.List;

/** How long to wait before the next try: 1, 2, 4 … seconds, at most a minute. */
public final class Backoff {
  /** Calls of 24 hours come back slowly; asking more often would only use them up again. */
  private static final Duration UNTIL_CALLS_COME_BACK = Duration.ofMinutes(5);

  private static final List<Integer> SECONDS = List.of(1, 2, 4, 8, 16, 32, 60);

  private Backoff() {}

  /** As {@link #after(int)}, but longer where the failure itself says that it will last. */
  public static Duration after(int deferrals, FailureCode why) {
    return why == FailureCode.SALESFORCE_CALLS_USED_UP ? UNTIL_CALLS_COME_BACK : after(deferrals);
  }

  /** The wait after this many tries that were put off already. */
  public static Duration after(int deferrals) {
    return Duration.ofSeconds(SECONDS.get(Math.min(deferrals, SECONDS.size() - 1)));
  }
}
