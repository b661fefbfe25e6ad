package dev.kaitsu.domain.step;

import dev.kaitsu.model.BillingDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short hash of what a creating call asks for, so that two calls can be compared later. */
final class RequestDigest {
  private static final int HEX_LENGTH = 16;

  private RequestDigest() {}

  static String of(BillingDraft draft) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = sha.digest(draft.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HEX_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
