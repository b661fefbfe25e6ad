package dev.kaitsu.adapter.salesforce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Reads the private key that signs the login: an RSA key of at least 2048 bits, unencrypted, as PEM
 * (PKCS#8 or PKCS#1). Errors name the variable, what is there instead, and what to do.
 */
public final class SalesforceKey {
  private static final String PATH = "SF_PRIVATE_KEY_PATH";
  private static final String BASE64 = "SF_PRIVATE_KEY_BASE64";

  // The longest RSA key in use takes a few kilobytes; a larger file is something else.
  private static final int LONGEST = 64 * 1024;

  private SalesforceKey() {}

  /**
   * Reads {@code SF_PRIVATE_KEY_PATH}.
   *
   * @throws IllegalArgumentException if there is no usable key at the path
   */
  public static RSAPrivateKey atPath(Path path) {
    return named(PATH, () -> PrivateKeyReader.read(bytesOf(path)));
  }

  /**
   * Reads {@code SF_PRIVATE_KEY_BASE64}: the base64 of a PEM file, or of its binary (DER) form;
   * line breaks do not matter.
   *
   * @throws IllegalArgumentException if it holds no usable key; the message never repeats the value
   */
  public static RSAPrivateKey fromBase64(String text) {
    return named(BASE64, () -> PrivateKeyReader.read(decoded(text)));
  }

  private static byte[] decoded(String text) {
    if (text.contains("-----BEGIN")) {
      return text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8); // set without encoding it
    }
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException("is no base64 text: give the output of 'base64 -w0 key.pem'");
    }
  }

  private static byte[] bytesOf(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new UnusableKeyException("is a directory, give the key file in it: " + path);
      }
      if (Files.size(path) > LONGEST) {
        throw new UnusableKeyException("names a file too large for a key: " + path);
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new UnusableKeyException("names a file that does not exist: " + path);
    } catch (IOException e) {
      throw new UnusableKeyException(
          "cannot be read by this user: check owner and mode of " + path);
    }
  }

  private static RSAPrivateKey named(String variable, Supplier<RSAPrivateKey> key) {
    try {
      return key.get();
    } catch (UnusableKeyException e) {
      throw new IllegalArgumentException(variable + " " + e.getMessage(), e);
    }
  }
}
