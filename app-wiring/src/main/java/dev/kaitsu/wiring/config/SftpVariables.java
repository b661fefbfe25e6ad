package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.sftp.AccountKey;
import dev.kaitsu.adapter.sftp.HostKeys;
import dev.kaitsu.adapter.sftp.RecordMapping;
import dev.kaitsu.adapter.sftp.SftpConfig;
import dev.kaitsu.adapter.sftp.SftpConfig.Address;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The {@code SFTP_…} variables: all of the group that is needed, or none of it. */
final class SftpVariables {
  private static final List<String> NEEDED =
      List.of("SFTP_HOST", "SFTP_USERNAME", "SFTP_PRIVATE_KEY_PATH", "SFTP_HOST_KEY");
  private static final List<String> BESIDE =
      List.of(
          "SFTP_PORT",
          "SFTP_DIRECTORY",
          "SFTP_TIMEOUT",
          "SFTP_SETTLE_TIME",
          "SFTP_RECORDS_MAPPING",
          "SFTP_RECORDS_FROM_DAY");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LATEST_DAY = 28;

  private SftpVariables() {}

  static Optional<SftpConfig> read(Variables variables) {
    int port = variables.integer("SFTP_PORT", SftpConfig.DEFAULT_PORT, 1, HIGHEST_PORT);
    var directory = variables.text("SFTP_DIRECTORY").orElse(SftpConfig.DEFAULT_DIRECTORY);
    var timeout = variables.duration("SFTP_TIMEOUT", SftpConfig.DEFAULT_TIMEOUT);
    var settleTime = variables.duration("SFTP_SETTLE_TIME", SftpConfig.DEFAULT_SETTLE_TIME);
    if (!isWanted(variables)) {
      return Optional.empty();
    }
    var mapping =
        variables.isSet("SFTP_RECORDS_MAPPING") && NEEDED.stream().anyMatch(variables::isSet)
            ? parsed(variables, "SFTP_RECORDS_MAPPING", path -> RecordMapping.atPath(Path.of(path)))
            : Optional.of(RecordMapping.standard());
    var host = variables.required("SFTP_HOST", "the SFTP server's name, such as fs.mvno.net");
    var username = variables.required("SFTP_USERNAME", "the account's name there");
    var account = account(variables);
    var hostKeys = hostKeys(variables);
    if (host.isEmpty()
        || username.isEmpty()
        || account.isEmpty()
        || hostKeys.isEmpty()
        || mapping.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SftpConfig(
            new Address(host.get(), port, username.get()),
            account.get(),
            hostKeys.get(),
            directory,
            timeout,
            settleTime,
            mapping.get()));
  }

  /** Whether any of the group is set, be it unusable. */
  static boolean isWanted(Variables variables) {
    return Stream.concat(NEEDED.stream(), BESIDE.stream()).anyMatch(variables::isSet);
  }

  /** Of each month: from when on the newest records are due. */
  static int fromDay(Variables variables) {
    return variables.integer("SFTP_RECORDS_FROM_DAY", 5, 1, LATEST_DAY);
  }

  private static Optional<KeyPair> account(Variables variables) {
    return variables
            .required("SFTP_PRIVATE_KEY_PATH", "the file of the private key we log in with")
            .isEmpty()
        ? Optional.empty()
        : parsed(variables, "SFTP_PRIVATE_KEY_PATH", path -> AccountKey.atPath(Path.of(path)));
  }

  private static Optional<HostKeys> hostKeys(Variables variables) {
    var what =
        "the server's host key, as 'ssh-ed25519 AAAA…' or 'SHA256:…'; ask Freebit for it, or compare"
            + " what 'ssh-keyscan' shows with them";
    return variables.required("SFTP_HOST_KEY", what).isEmpty()
        ? Optional.empty()
        : parsed(variables, "SFTP_HOST_KEY", HostKeys::parse);
  }

  private static <T> Optional<T> parsed(
      Variables variables, String name, Function<String, T> parser) {
    try {
      return variables.text(name).map(parser);
    } catch (InvalidPathException malformed) {
      variables.problem(name, "is no path");
    } catch (IllegalArgumentException objection) {
      variables.problem(name, String.valueOf(objection.getMessage()));
    }
    return Optional.empty();
  }
}
