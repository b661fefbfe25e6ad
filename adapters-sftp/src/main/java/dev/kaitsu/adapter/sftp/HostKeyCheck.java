package dev.kaitsu.adapter.sftp;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** Lets one connection go on with a pinned key only, and remembers one that it refused. */
final class HostKeyCheck implements ServerKeyVerifier {
  private final HostKeys pinned;
  private volatile Optional<PublicKey> refused = Optional.empty();

  HostKeyCheck(HostKeys pinned) {
    this.pinned = pinned;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
    boolean known = pinned.include(key);
    refused = known ? Optional.empty() : Optional.of(key);
    return known;
  }

  Optional<PublicKey> refused() {
    return refused;
  }
}
