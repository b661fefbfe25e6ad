package dev.kaitsu.adapter.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads the private key with which we log in. */
public final class AccountKey {
  private AccountKey() {}

  /**
   * Reads an OpenSSH or PEM file without a passphrase.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static KeyPair atPath(Path file) {
    try (var content = Files.newInputStream(file)) {
      var pairs =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("key"), content, FilePasswordProvider.EMPTY);
      if (pairs != null && pairs.iterator().hasNext()) {
        return pairs.iterator().next();
      }
    } catch (GeneralSecurityException | RuntimeException unusable) {
      throw new IllegalArgumentException(
          "names a key that cannot be used; it must be an OpenSSH or PEM private key without a"
              + " passphrase",
          unusable);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "names a file that cannot be read; check its path and permissions", unreadable);
    }
    throw new IllegalArgumentException("names a file that holds no private key");
  }
}
