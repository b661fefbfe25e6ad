package dev.kaitsu.adapter.salesforce;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;

/** Key pairs, generated once for all tests. */
final class Keys {
  static final KeyPair RSA = generated("RSA", 2048);

  private Keys() {}

  static RSAPrivateKey rsa() {
    return (RSAPrivateKey) RSA.getPrivate();
  }

  static KeyPair generated(String algorithm, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
