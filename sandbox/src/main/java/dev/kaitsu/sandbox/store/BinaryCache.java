package dev.kaitsu.sandbox.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Server binaries on disk, named by the hash of what they came from. Processes may ask at the same
 * time: each prepares its own copy aside and moves it into place whole.
 */
record BinaryCache(Path directory) {

  /** Puts an executable file into the cache, once. */
  Path executable(String name, byte[] content) throws IOException {
    var target = directory.resolve(name + "-" + hash(content));
    if (!Files.exists(target)) {
      var aside = Files.createTempFile(directory, name, ".part");
      Files.write(aside, content);
      makeExecutable(aside);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  /** Unpacks a {@code .tar.xz} archive into a directory of the cache, once. */
  Path unpacked(String name, byte[] archive) throws IOException {
    var target = directory.resolve(name + "-" + hash(archive));
    if (!Files.exists(target)) {
      var aside = Files.createTempDirectory(directory, name + ".part");
      unpack(new ByteArrayInputStream(archive), aside);
      try {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        Directories.delete(aside);
        if (!Files.exists(target)) { // otherwise another process was faster with the same content
          throw e;
        }
      }
    }
    return target;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry leaves its directory: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(InputStream content, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    if ((entry.getMode() & 0100) != 0) {
      makeExecutable(path);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
