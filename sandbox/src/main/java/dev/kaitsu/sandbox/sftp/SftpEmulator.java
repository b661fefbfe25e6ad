package dev.kaitsu.sandbox.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server with one account, which logs in with a key of its own. */
public final class SftpEmulator implements AutoCloseable {
  public static final String USERNAME = "kaitsu-records";

  private final Path home;
  private final Path root;
  private final KeyPair hostKey = SshKeys.generate();
  private final KeyPair otherHostKey = SshKeys.generate();
  private final KeyPair account = SshKeys.generate();
  private final SftpTroubles troubles = new SftpTroubles();
  private SshServer server;
  private int port;

  private SftpEmulator() throws IOException {
    home = Files.createTempDirectory("kaitsu-sftp");
    root = Files.createDirectory(home.resolve("files"));
    SshKeys.write(account, privateKeyPath());
    server = listen();
    port = server.getPort();
  }

  /** Starts it on a free port, with no files. */
  public static SftpEmulator start() {
    try {
      return new SftpEmulator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SshServer listen() throws IOException {
    var fresh = SshServer.setUpDefaultServer();
    fresh.setHost("127.0.0.1");
    fresh.setPort(port);
    fresh.setKeyPairProvider(
        session -> List.of(troubles.showsOtherHostKey() ? otherHostKey : hostKey));
    fresh.setPublickeyAuthenticator(
        (user, key, session) ->
            !troubles.refusesLogins()
                && user.equals(USERNAME)
                && KeyUtils.compareKeys(key, account.getPublic()));
    var sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(troubles);
    fresh.setSubsystemFactories(List.of(sftp));
    fresh.setFileSystemFactory(new VirtualFileSystemFactory(root));
    fresh.start();
    return fresh;
  }

  public int port() {
    return port;
  }

  /** The host key as a line of a known-hosts file has it, without the host. */
  public String hostKeyLine() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** The fingerprint of the host key, as {@code ssh-keygen -l} shows it. */
  public String fingerprint() {
    return KeyUtils.getFingerPrint(hostKey.getPublic());
  }

  /** That of the key shown by {@link SftpTroubles#showOtherHostKey}. */
  public String otherFingerprint() {
    return KeyUtils.getFingerPrint(otherHostKey.getPublic());
  }

  /** The account's private key, in a file that only its owner may read. */
  public Path privateKeyPath() {
    return home.resolve("account_key");
  }

  /** Where its files are. */
  public Path root() {
    return root;
  }

  public SftpTroubles troubles() {
    return troubles;
  }

  /** Listens no more, and breaks every connection. */
  public synchronized void stop() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens again, at the same port. */
  public synchronized void restart() {
    try {
      server.stop(true);
      server = listen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try (var files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
