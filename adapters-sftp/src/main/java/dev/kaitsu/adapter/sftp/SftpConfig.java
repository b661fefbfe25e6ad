package dev.kaitsu.adapter.sftp;

import java.security.KeyPair;
import java.time.Duration;

/**
 * Where the record files are, and how they are read.
 *
 * @param account the key with which we log in
 * @param hostKeys the keys by which the server is known
 * @param directory where the files are; {@code .} is where a login begins
 * @param timeout the longest that the server may keep silent
 * @param settleTime a file that was changed more lately is taken for one that is being written
 */
public record SftpConfig(
    Address address,
    KeyPair account,
    HostKeys hostKeys,
    String directory,
    Duration timeout,
    Duration settleTime,
    RecordMapping mapping) {
  public static final int DEFAULT_PORT = 22;
  public static final String DEFAULT_DIRECTORY = ".";
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_SETTLE_TIME = Duration.ofMinutes(10);

  /** Whom to talk to, and as whom. */
  public record Address(String host, int port, String username) {
    @Override
    public String toString() {
      return "%s@%s:%d".formatted(username, host, port);
    }
  }

  @Override
  public String toString() {
    return "SftpConfig[%s, directory %s, timeout %s, settleTime %s]"
        .formatted(address, directory, timeout, settleTime);
  }
}
