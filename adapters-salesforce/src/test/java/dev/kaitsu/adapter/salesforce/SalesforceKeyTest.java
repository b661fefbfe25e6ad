package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The private key")
class SalesforceKeyTest {
  // PKCS#8 of a 2048-bit RSA key: 26 bytes of envelope, then the PKCS#1 key.
  private static final int ENVELOPE = 26;
  private static final byte[] PKCS8 = Keys.rsa().getEncoded();
  private static final byte[] PKCS1 = Arrays.copyOfRange(PKCS8, ENVELOPE, PKCS8.length);

  @TempDir Path directory;

  @Nested
  @DisplayName("is read from")
  class Accepted {
    @Test
    @DisplayName("a PKCS#8 PEM file")
    void pkcs8() throws IOException {
      assertThat(SalesforceKey.atPath(file(pem("PRIVATE KEY", PKCS8)))).isEqualTo(Keys.rsa());
    }

    @Test
    @DisplayName("a PKCS#1 PEM file")
    void pkcs1() throws IOException {
      assertThat(SalesforceKey.atPath(file(pem("RSA PRIVATE KEY", PKCS1)))).isEqualTo(Keys.rsa());
    }

    @Test
    @DisplayName("a file with its certificate before it")
    void behindCertificate() throws IOException {
      var both = pem("CERTIFICATE", new byte[20]) + pem("PRIVATE KEY", PKCS8);

      assertThat(SalesforceKey.atPath(file(both))).isEqualTo(Keys.rsa());
    }

    @Test
    @DisplayName("base64 of PEM, of PKCS#8 and of PKCS#1, line breaks or not")
    void binary() {
      var ofPem = base64(pem("PRIVATE KEY", PKCS8).getBytes(StandardCharsets.US_ASCII));

      assertThat(SalesforceKey.fromBase64(ofPem)).isEqualTo(Keys.rsa());
      assertThat(SalesforceKey.fromBase64(ofPem.replaceAll("(.{76})", "$1\n") + "\n"))
          .isEqualTo(Keys.rsa());
      assertThat(SalesforceKey.fromBase64(base64(PKCS8))).isEqualTo(Keys.rsa());
      assertThat(SalesforceKey.fromBase64(base64(PKCS1))).isEqualTo(Keys.rsa());
    }

    @Test
    @DisplayName("PEM put there without encoding it")
    void plainPem() {
      assertThat(SalesforceKey.fromBase64(pem("PRIVATE KEY", PKCS8).replace("\n", "\\n")))
          .isEqualTo(Keys.rsa());
    }
  }

  @Nested
  @DisplayName("is refused, with the variable and the reason, where there is")
  class Refused {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "ENCRYPTED PRIVATE KEY, encrypted key",
      "EC PRIVATE KEY, EC key",
      "DSA PRIVATE KEY, DSA key",
      "CERTIFICATE, 'a certificate, not the private key'",
      "PUBLIC KEY, 'a public key, not the private key'",
      "OPENSSH PRIVATE KEY, OpenSSH",
      "SOMETHING ELSE, PEM block 'SOMETHING ELSE'"
    })
    @DisplayName("another kind of PEM")
    void otherPem(String label, String reason) throws IOException {
      var file = file(pem(label, new byte[40]));

      assertThatThrownBy(() -> SalesforceKey.atPath(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("SF_PRIVATE_KEY_PATH holds")
          .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("an EC key in PKCS#8")
    void ellipticCurve() throws IOException {
      var file = file(pem("PRIVATE KEY", Keys.generated("EC", 256).getPrivate().getEncoded()));

      assertThatThrownBy(() -> SalesforceKey.atPath(file)).hasMessageContaining("EC key");
    }

    @Test
    @DisplayName("a PKCS#1 key under a password")
    void encryptedPkcs1() throws IOException {
      var file =
          file(
              """
              -----BEGIN RSA PRIVATE KEY-----
              Proc-Type: 4,ENCRYPTED

              AAAA
              -----END RSA PRIVATE KEY-----
              """);

      assertThatThrownBy(() -> SalesforceKey.atPath(file)).hasMessageContaining("encrypted");
    }

    @Test
    @DisplayName("a key too short for Salesforce")
    void tooShort() throws IOException {
      var file = file(pem("PRIVATE KEY", Keys.generated("RSA", 1024).getPrivate().getEncoded()));

      assertThatThrownBy(() -> SalesforceKey.atPath(file)).hasMessageContaining("1024 bits");
    }

    @Test
    @DisplayName("half a file")
    void cutOff() throws IOException {
      var whole = pem("PRIVATE KEY", PKCS8);
      var file = file(whole.substring(0, whole.length() / 2));

      assertThatThrownBy(() -> SalesforceKey.atPath(file)).hasMessageContaining("cut off");
    }

    @Test
    @DisplayName("no file, a directory, an empty file, or text")
    void noKeyFile() throws IOException {
      assertThatThrownBy(() -> SalesforceKey.atPath(directory.resolve("absent.pem")))
          .hasMessageStartingWith("SF_PRIVATE_KEY_PATH names a file that does not exist")
          .hasMessageContaining("absent.pem");
      assertThatThrownBy(() -> SalesforceKey.atPath(directory)).hasMessageContaining("directory");
      var empty = file("");
      assertThatThrownBy(() -> SalesforceKey.atPath(empty)).hasMessageContaining("empty");
      var text = file("to be done");
      assertThatThrownBy(() -> SalesforceKey.atPath(text))
          .hasMessageContaining("no private key that can be read");
    }

    @Test
    @DisplayName("no base64; the value is never repeated")
    void noBase64() {
      assertThatThrownBy(() -> SalesforceKey.fromBase64("s3cret, really"))
          .hasMessageStartingWith("SF_PRIVATE_KEY_BASE64 is no base64 text")
          .hasMessageNotContaining("s3cret");
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("key.pem"), text);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
