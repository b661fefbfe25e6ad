package dev.kaitsu.adapter.freebit;

import dev.kaitsu.port.out.SharedTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key as the nodes share it, under the name that operators know. It carries a fingerprint of
 * the login it was fetched with, so that nobody uses a key of other credentials.
 */
final class SharedKey {
  static final String NAME = "freebit:auth:token";
  private static final String SEPARATOR = ":";

  private final SharedTokens tokens;
  private final String fingerprint;

  SharedKey(SharedTokens tokens, FreebitConfig config) {
    this.tokens = tokens;
    this.fingerprint = fingerprint(config);
  }

  Optional<HeldKey> find() {
    return tokens.find(NAME).flatMap(this::read);
  }

  void save(HeldKey held, Duration lifetime) {
    tokens.save(NAME, write(held), lifetime);
  }

  /** Takes the turn to log in for all nodes; false while another one does. */
  boolean beginLogin(Duration longest) {
    return tokens.beginFetching(NAME, longest);
  }

  void endLogin() {
    tokens.endFetching(NAME);
  }

  void forget(HeldKey held) {
    tokens.forget(NAME, write(held));
  }

  private String write(HeldKey held) {
    return String.join(
        SEPARATOR, fingerprint, Long.toString(held.obtainedAt().toEpochMilli()), held.key());
  }

  private Optional<HeldKey> read(String stored) {
    var parts = stored.split(SEPARATOR, 3);
    if (parts.length < 3 || !parts[0].equals(fingerprint) || parts[2].isEmpty()) {
      return Optional.empty(); // of other credentials, or another program's
    }
    try {
      return Optional.of(new HeldKey(parts[2], Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    } catch (NumberFormatException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** Equal for nodes with the same login, another one after a rotation; says nothing about it. */
  private static String fingerprint(FreebitConfig config) {
    var login =
        String.join(
            "\n",
            config.baseUrl().toString(),
            config.credential().oemId(),
            config.credential().oemKey());
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
