package dev.kaitsu.wiring.doctor;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How large the private key is, who else can read its file, and how old that is. */
record KeyCheckup(RSAPrivateKey key, Optional<Path> file, InstantSource clock) implements Checkup {
  private static final Duration OLD = Duration.ofDays(365);
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  @Override
  public String name() {
    return "environment.key";
  }

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.pass("the private key has %d bits".formatted(key.getModulus().bitLength())));
    if (file.isPresent()) {
      try {
        readers(file.get()).ifPresent(findings::add);
        age(file.get()).ifPresent(findings::add);
      } catch (IOException unreadable) {
        findings.add(
            Finding.warn("the mode of the key's file cannot be read", "check that it is 600"));
      }
    }
    return findings;
  }

  private static Optional<Finding> readers(Path path) throws IOException {
    if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
      return Optional.empty();
    }
    var permissions = Files.getPosixFilePermissions(path); // of what a link leads to
    return OWNERS.containsAll(permissions)
        ? Optional.empty()
        : Optional.of(
            Finding.warn(
                "others may use the key's file (%s)"
                    .formatted(PosixFilePermissions.toString(permissions)),
                "run 'chmod 600 %s'".formatted(path)));
  }

  private Optional<Finding> age(Path path) throws IOException {
    var changed = Files.getLastModifiedTime(path).toInstant();
    long days = Duration.between(changed, clock.instant()).toDays();
    return days > OLD.toDays()
        ? Optional.of(
            Finding.warn(
                "the key's file is %d days old".formatted(days),
                "make a new key, and upload its certificate to the connected app before it"
                    + " expires"))
        : Optional.empty();
  }
}
