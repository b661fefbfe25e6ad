package dev.kaitsu.port.out;

import java.time.Duration;
import java.util.Optional;

/**
 * Access tokens shared between nodes, so that one login serves all. Expendable: no call throws, and
 * an absent store is an empty one.
 */
public interface SharedTokens {
  Optional<String> find(String name);

  void save(String name, String token, Duration lifetime);

  /**
   * Takes the turn to fetch a token for all. It ends by {@link #endFetching}, or by itself.
   *
   * @param longest after which it ends by itself
   * @return false while another process has the turn; true if the store is away
   */
  boolean beginFetching(String name, Duration longest);

  /** Ends the turn; only for who has it. */
  void endFetching(String name);

  /** Forgets the token if it is still this one: a newer one of another node stays. */
  void forget(String name, String token);
}
