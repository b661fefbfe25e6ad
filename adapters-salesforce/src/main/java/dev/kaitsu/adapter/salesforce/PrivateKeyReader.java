package dev.kaitsu.adapter.salesforce;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tells a private RSA key from everything else that people put into key files. */
final class PrivateKeyReader {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final int FEWEST_BITS = 2048;
  private static final String WANTED = "give the RSA private key, unencrypted, as PEM";

  private PrivateKeyReader() {}

  static RSAPrivateKey read(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var key = text.contains("-----BEGIN ") ? fromPem(text) : fromDer(bytes);
    if (key.getModulus().bitLength() < FEWEST_BITS) {
      throw new UnusableKeyException(
          "holds an RSA key of %d bits: Salesforce takes 2048 and more"
              .formatted(key.getModulus().bitLength()));
    }
    return key;
  }

  private static RSAPrivateKey fromPem(String text) {
    String other = "";
    for (var block = PEM.matcher(text); block.find(); ) {
      var label = block.group(1);
      if (label.equals("PRIVATE KEY")) {
        return fromPkcs8(body(block.group(2)));
      }
      if (label.equals("RSA PRIVATE KEY")) {
        if (block.group(2).contains("ENCRYPTED")) {
          throw encrypted();
        }
        return fromPkcs8(Pkcs1.toPkcs8(body(block.group(2))));
      }
      // A certificate may stand before the key in one file.
      other = other.isEmpty() ? label : other;
    }
    throw notAKey(other);
  }

  private static UnusableKeyException notAKey(String label) {
    return switch (label) {
      case "ENCRYPTED PRIVATE KEY" -> encrypted();
      case "EC PRIVATE KEY", "EC PARAMETERS" -> notRsa("an EC key");
      case "DSA PRIVATE KEY" -> notRsa("a DSA key");
      case "OPENSSH PRIVATE KEY" ->
          new UnusableKeyException(
              "holds a key in OpenSSH's own format: convert it with 'ssh-keygen -p -m PEM -f"
                  + " <file>'");
      case "CERTIFICATE", "TRUSTED CERTIFICATE" -> instead("a certificate");
      case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> instead("a certificate request");
      case "PUBLIC KEY", "RSA PUBLIC KEY" -> instead("a public key");
      case "" ->
          new UnusableKeyException(
              "holds a PEM block that is cut off: copy the file whole, with its END line");
      default -> instead("a PEM block '" + label + "'");
    };
  }

  private static RSAPrivateKey fromDer(byte[] der) {
    if (der.length == 0) {
      throw new UnusableKeyException("is empty: " + WANTED);
    }
    try {
      return fromPkcs8(der);
    } catch (UnusableKeyException notPkcs8) {
      try {
        return fromPkcs8(Pkcs1.toPkcs8(der));
      } catch (UnusableKeyException notPkcs1) {
        // The first reading knows more where it recognised a key of another kind.
        throw notPkcs8;
      }
    }
  }

  private static RSAPrivateKey fromPkcs8(byte[] der) {
    try {
      if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
          instanceof RSAPrivateKey key) {
        return key;
      }
      throw new IllegalStateException("an RSA key factory makes RSA keys");
    } catch (InvalidKeySpecException e) {
      throw Pkcs1.mentionsEllipticCurve(der)
          ? notRsa("an EC key")
          : new UnusableKeyException("holds no private key that can be read: " + WANTED);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }

  private static byte[] body(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new UnusableKeyException("holds a PEM block that is damaged: copy the file again");
    }
  }

  private static UnusableKeyException encrypted() {
    return new UnusableKeyException(
        "holds an encrypted key: decrypt it with 'openssl pkcs8 -in <file> -out <new file>'");
  }

  private static UnusableKeyException notRsa(String what) {
    return new UnusableKeyException("holds " + what + ": Salesforce's login needs an RSA key");
  }

  private static UnusableKeyException instead(String what) {
    return new UnusableKeyException("holds " + what + ", not the private key: " + WANTED);
  }
}
