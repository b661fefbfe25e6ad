package dev.kaitsu.wiring.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** The secret that whoever uses the API must know. */
public record ApiToken(String secret) {
  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{16,512}");

  public ApiToken {
    if (!SHAPE.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "KAITSU_API_TOKEN is no token; use 16 to 512 visible ASCII characters without spaces, such"
              + " as those of 'openssl rand -hex 32'");
    }
  }

  /** Whether this is the token; how long the answer takes tells nothing about it. */
  public boolean isTold(String candidate) {
    return MessageDigest.isEqual(digest(secret), digest(candidate));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "ApiToken[hidden]";
  }
}
