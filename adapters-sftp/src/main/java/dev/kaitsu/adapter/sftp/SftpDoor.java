package dev.kaitsu.adapter.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * Opens a connection for each visit and closes it. Which files are in the home of the user who runs
 * us makes no difference: only the configured key and the pinned host keys count.
 */
final class SftpDoor {
  private final SftpConfig config;
  private final SftpErrors errors;

  SftpDoor(SftpConfig config) {
    this.config = config;
    this.errors = new SftpErrors(config);
  }

  /** What is done there. */
  interface Visit<T> {
    T at(SftpClient files) throws IOException;
  }

  SftpErrors errors() {
    return errors;
  }

  <T> T visit(Visit<T> visit) {
    var check = new HostKeyCheck(config.hostKeys());
    try (var client = client(check)) {
      client.start();
      try (var session = connected(client, check)) {
        logIn(session, check);
        return inside(session, visit);
      }
    } catch (IOException closing) {
      throw errors.brokenOff(closing);
    }
  }

  private SshClient client(HostKeyCheck check) {
    var client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setServerKeyVerifier(check);
    preferPinnedTypes(client);
    preferFastCiphers(client);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, config.timeout());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, config.timeout());
    return client;
  }

  /** A server with several keys shows the one that its visitor prefers. */
  private void preferPinnedTypes(SshClient client) {
    var factories = new ArrayList<>(client.getSignatureFactories());
    factories.sort(Comparator.comparing(factory -> !isPinned(factory.getName())));
    client.setSignatureFactories(factories);
  }

  /**
   * The default, ChaCha20, is computed by Java itself; AES by the processor, so that files come
   * faster.
   */
  private static void preferFastCiphers(SshClient client) {
    var factories = new ArrayList<>(client.getCipherFactories());
    factories.sort(Comparator.comparing(factory -> !factory.getName().contains("-gcm")));
    client.setCipherFactories(factories);
  }

  private boolean isPinned(String signature) {
    boolean rsa =
        signature.equals(BuiltinSignatures.rsaSHA256.getName())
            || signature.equals(BuiltinSignatures.rsaSHA512.getName());
    return config.hostKeys().types().contains(rsa ? "ssh-rsa" : signature);
  }

  private ClientSession connected(SshClient client, HostKeyCheck check) {
    var address = config.address();
    try {
      return client
          .connect(address.username(), address.host(), address.port())
          .verify(config.timeout())
          .getSession();
    } catch (IOException e) {
      throw check.refused().map(errors::hostKeyRefused).orElseGet(() -> errors.unreachable(e));
    }
  }

  private void logIn(ClientSession session, HostKeyCheck check) {
    session.addPublicKeyIdentity(config.account());
    try {
      session.auth().verify(config.timeout());
    } catch (IOException e) {
      throw check.refused().map(errors::hostKeyRefused).orElseGet(() -> errors.loginFailed(e));
    }
  }

  private <T> T inside(ClientSession session, Visit<T> visit) {
    try (var files = SftpClientFactory.instance().createSftpClient(session)) {
      return visit.at(files);
    } catch (IOException e) {
      throw errors.brokenOff(e);
    }
  }
}
