package dev.kaitsu.crash.world;

import java.util.function.Supplier;

/** What lies between fulfillment and everything else. */
@FunctionalInterface
public interface Wire {
  /**
   * Carries one call.
   *
   * @param effect what the other side does; run once, later, or never
   */
  <T> T carry(Call call, Supplier<T> effect);
}
