package dev.kaitsu.adapter.sftp;

import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.PublicKey;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** What a failed visit means, in one sentence that says what to do. */
final class SftpErrors {
  private final SftpConfig config;

  SftpErrors(SftpConfig config) {
    this.config = config;
  }

  RecordFileException unreachable(IOException failure) {
    var address = config.address();
    if (isCausedBy(failure, UnknownHostException.class)
        || isCausedBy(failure, UnresolvedAddressException.class)) {
      return new RecordFileException(
          Problem.HOST_UNKNOWN,
          "the host %s is unknown: check SFTP_HOST and DNS".formatted(address.host()),
          failure);
    }
    var how =
        isCausedBy(failure, TimeoutException.class)
            ? "does not answer within %d s".formatted(config.timeout().toSeconds())
            : "cannot be reached (%s)".formatted(failure.getMessage());
    return new RecordFileException(
        Problem.UNREACHABLE,
        "the SFTP server %s:%d %s: check SFTP_HOST, SFTP_PORT and the firewalls between"
            .formatted(address.host(), address.port(), how),
        failure);
  }

  RecordFileException hostKeyRefused(PublicKey shown) {
    return new RecordFileException(
        Problem.HOST_KEY_REFUSED,
        "%s:%d showed a host key that is not pinned, %s, and was not talked to: ask Freebit whether it has changed its key to this one, by another way than this connection; if so, put it into SFTP_HOST_KEY"
            .formatted(
                config.address().host(), config.address().port(), HostKeys.fingerprintOf(shown)));
  }

  RecordFileException loginFailed(IOException failure) {
    boolean refused =
        causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof SshException ssh
                        && ssh.getDisconnectCode()
                            == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE);
    return refused
        ? new RecordFileException(
            Problem.LOGIN_REFUSED,
            "the SFTP server refuses the login of %s: check SFTP_USERNAME, and that Freebit knows the public key of SFTP_PRIVATE_KEY_PATH, %s"
                .formatted(
                    config.address().username(),
                    HostKeys.fingerprintOf(config.account().getPublic())),
            failure)
        : unreachable(failure);
  }

  RecordFileException brokenOff(IOException failure) {
    if (failure instanceof SftpException refusal
        && refusal.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
      return new RecordFileException(
          Problem.ACCESS_REFUSED,
          "the SFTP server does not let %s read in %s: ask Freebit for the right to"
              .formatted(config.address().username(), config.directory()),
          failure);
    }
    return new RecordFileException(
        Problem.BROKEN_OFF,
        "the connection to the SFTP server broke off (%s): nothing of the file was taken, it is read from its beginning the next time"
            .formatted(failure.getMessage()),
        failure);
  }

  RecordFileException noDirectory(IOException failure) {
    return new RecordFileException(
        Problem.ACCESS_REFUSED,
        "the SFTP server has no directory '%s': check SFTP_DIRECTORY".formatted(config.directory()),
        failure);
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause);
  }
}
