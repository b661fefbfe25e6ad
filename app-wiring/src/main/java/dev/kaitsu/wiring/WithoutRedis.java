package dev.kaitsu.wiring;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.OrderChanges;
import dev.kaitsu.port.out.SharedTokens;
import java.time.Duration;
import java.util.Optional;

/** What stands in for Redis where there is none: nothing is shared, mirrored or announced. */
public final class WithoutRedis {
  private WithoutRedis() {}

  public static SharedTokens tokens() {
    return new SharedTokens() {
      @Override
      public Optional<String> find(String name) {
        return Optional.empty();
      }

      @Override
      public void save(String name, String token, Duration lifetime) {
        // the session keeps its own token; there is nobody to share it with
      }

      @Override
      public boolean beginFetching(String name, Duration longest) {
        return true;
      }

      @Override
      public void endFetching(String name) {
        // nobody waits for it
      }

      @Override
      public void forget(String name, String token) {
        // nothing was saved
      }
    };
  }

  static CursorMirror cursorMirror() {
    return new CursorMirror() {
      @Override
      public void save(String topic, ReplayId cursor) {
        // the ledger holds the cursor
      }

      @Override
      public void forget(String topic) {
        // nothing was saved
      }

      @Override
      public Optional<ReplayId> find(String topic) {
        return Optional.empty();
      }
    };
  }

  static OrderChanges orderChanges() {
    return order -> {};
  }
}
