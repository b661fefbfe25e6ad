package dev.kaitsu.adapter.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;

/** The keys by which the server is known; any one of them will do, so that it can be changed. */
public final class HostKeys {
  private static final String FINGERPRINT = "SHA256:";
  private static final int FINGERPRINT_LENGTH = FINGERPRINT.length() + 43;

  private final Set<String> fingerprints;
  private final List<String> types;

  private HostKeys(Set<String> fingerprints, List<String> types) {
    this.fingerprints = fingerprints;
    this.types = types;
  }

  /**
   * Reads pins, separated by commas: public keys as known-hosts files have them, or fingerprints.
   *
   * @throws IllegalArgumentException saying which one is neither
   */
  public static HostKeys parse(String text) {
    var pins = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return new HostKeys(
        pins.stream().map(HostKeys::fingerprint).collect(Collectors.toUnmodifiableSet()),
        pins.stream().filter(pin -> !isFingerprint(pin)).map(pin -> type(pin)).toList());
  }

  /** The first word. */
  private static String type(String pin) {
    int blank = pin.indexOf(' ');
    return blank < 0 ? pin : pin.substring(0, blank);
  }

  private static boolean isFingerprint(String pin) {
    return pin.startsWith(FINGERPRINT);
  }

  private static String fingerprint(String pin) {
    if (isFingerprint(pin) && pin.length() == FINGERPRINT_LENGTH) {
      return pin;
    }
    try {
      var entry = PublicKeyEntry.parsePublicKeyEntry(pin);
      if (entry == null) {
        throw new IllegalArgumentException("nothing is written there");
      }
      return fingerprintOf(entry.resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "has no host key at '%s'; write 'ssh-ed25519 AAAA…' or 'SHA256:…', several separated by commas"
              .formatted(pin.substring(0, Math.min(pin.length(), 20))),
          malformed);
    }
  }

  static String fingerprintOf(PublicKey key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }

  boolean include(PublicKey shown) {
    return fingerprints.contains(fingerprintOf(shown));
  }

  /** Types of those keys that were given whole, such as {@code ssh-ed25519}. */
  List<String> types() {
    return types;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostKeys keys && keys.fingerprints.equals(fingerprints);
  }

  @Override
  public int hashCode() {
    return fingerprints.hashCode();
  }

  @Override
  public String toString() {
    return fingerprints.toString();
  }
}
