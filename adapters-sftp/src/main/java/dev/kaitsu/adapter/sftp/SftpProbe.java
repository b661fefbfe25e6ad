package dev.kaitsu.adapter.sftp;

import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.RecordFileException;
import java.io.IOException;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Logs in and looks for the directory. */
final class SftpProbe implements HealthProbe {
  private final SftpDoor door;
  private final String directory;

  SftpProbe(SftpDoor door, String directory) {
    this.door = door;
    this.directory = directory;
  }

  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public Optional<String> problem() {
    try {
      return door.visit(
          files -> {
            requireDirectory(files, directory, door.errors());
            return Optional.empty();
          });
    } catch (RecordFileException failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  static void requireDirectory(SftpClient files, String directory, SftpErrors errors)
      throws IOException {
    try {
      files.stat(directory);
    } catch (SftpException refusal) {
      if (refusal.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        throw errors.noDirectory(refusal);
      }
      throw refusal;
    }
  }
}
