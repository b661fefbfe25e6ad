package dev.kaitsu.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** The key pair of the connected app: made anew for each sandbox, worth nothing anywhere else. */
final class LoginKey {
  private static final int BITS = 2048;

  private final KeyPair pair;

  private LoginKey(KeyPair pair) {
    this.pair = pair;
  }

  static LoginKey generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new LoginKey(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has RSA", impossible);
    }
  }

  PublicKey publicKey() {
    return pair.getPublic();
  }

  /** The private key as {@code SF_PRIVATE_KEY_BASE64} takes it: base64 of a PKCS#8 PEM file. */
  String privateKeyBase64() {
    var body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    var pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }
}
