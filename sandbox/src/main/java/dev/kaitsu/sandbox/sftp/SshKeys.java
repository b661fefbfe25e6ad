package dev.kaitsu.sandbox.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** Key pairs of hosts and accounts: made anew for each sandbox, worth nothing anywhere else. */
final class SshKeys {
  private static final int BITS = 256;

  private SshKeys() {}

  static KeyPair generate() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, BITS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("ed25519 comes along with Bouncy Castle", impossible);
    }
  }

  /** Writes the private key as {@code ssh-keygen} does. */
  static void write(KeyPair pair, Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    try (var out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "sandbox", null, out);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key of our own cannot be written", impossible);
    }
  }
}
