package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * The unpacked programs of one PostgreSQL version, and how this user may run them: PostgreSQL
 * refuses to run as root, so root runs it inside a user namespace of its own ({@code unshare -U}).
 */
record PostgresBinaries(Path directory, List<String> prefix) {
  private static final String ARCHIVE = Platform.current().postgresArchive();

  /** Unpacks the binaries of the jar, or those on the class path. */
  static PostgresBinaries prepare(Optional<Path> jar) throws IOException {
    byte[] archive = jar.isPresent() ? fromJar(jar.get()) : fromClassPath();
    var directory = new BinaryCache(CacheDirectory.ofUser()).unpacked("postgres", archive);
    return new PostgresBinaries(directory, prefixOfUser());
  }

  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static byte[] fromJar(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(ARCHIVE);
      if (entry == null) {
        throw new IOException(jar + " holds no " + ARCHIVE);
      }
      try (var content = zip.getInputStream(entry)) {
        return content.readAllBytes();
      }
    }
  }

  private static byte[] fromClassPath() throws IOException {
    try (InputStream content = PostgresBinaries.class.getResourceAsStream("/" + ARCHIVE)) {
      if (content == null) {
        throw new IOException(
            ARCHIVE
                + " is not on the class path: this program was built on another kind of machine");
      }
      return content.readAllBytes();
    }
  }

  private static List<String> prefixOfUser() throws IOException {
    if (!Platform.current().runsAsRoot()) {
      return List.of();
    }
    var unshare = List.of("unshare", "-U");
    var trial = new ArrayList<>(unshare);
    trial.add("true");
    var probe = new ProcessBuilder(trial).redirectErrorStream(true).start();
    var said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean exited = Interruption.guard(() -> probe.waitFor(10, TimeUnit.SECONDS));
    if (!exited || probe.exitValue() != 0) {
      throw new IOException("root may not run 'unshare -U': " + said.strip());
    }
    return unshare;
  }
}
