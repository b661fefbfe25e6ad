package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where unpacked server binaries stay between runs: one directory per user, closed to others. */
final class CacheDirectory {
  private CacheDirectory() {}

  /** {@code ~/.cache/kaitsu}, or a directory under the temporary one where home cannot be used. */
  static Path ofUser() throws IOException {
    var home = Path.of(System.getProperty("user.home", "?"));
    if (home.isAbsolute() && Files.isWritable(home)) {
      return Files.createDirectories(home.resolve(".cache").resolve("kaitsu"));
    }
    var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    return ownedByUs(temporary.resolve("kaitsu-" + System.getProperty("user.name", "user")));
  }

  /** Others may write to the parent, so a directory planted there by somebody else is refused. */
  private static Path ownedByUs(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      var closed = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(closed));
    }
    if (!Files.getOwner(directory).equals(Files.getOwner(Path.of("/proc/self")))) {
      throw new IOException(directory + " belongs to another user; remove it or set user.home");
    }
    return directory;
  }
}
