package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of one PostgreSQL server.
 *
 * @param temporary whether they go when the server is closed
 */
record DataDirectory(Path path, boolean temporary) {

  /** Opens the files of an earlier run, or creates new ones; never half of them. */
  static DataDirectory open(Optional<Path> kept, PostgresBinaries binaries) throws IOException {
    if (kept.isEmpty()) {
      var path = Files.createTempDirectory("kaitsu-pg");
      initialise(path, binaries, List.of("--no-sync"));
      return new DataDirectory(path, true);
    }
    var path = kept.get().toAbsolutePath();
    if (!Files.exists(path.resolve("PG_VERSION"))) {
      createWhole(path, binaries);
    }
    return new DataDirectory(path, false);
  }

  Optional<Path> scrap() {
    return temporary ? Optional.of(path) : Optional.empty();
  }

  /** Removes temporary files; kept ones stay. */
  void discard() throws IOException {
    if (temporary) {
      Directories.delete(path);
    }
  }

  private static void createWhole(Path path, PostgresBinaries binaries) throws IOException {
    if (Files.exists(path) && !Directories.isEmpty(path)) {
      throw new IOException(path + " is neither empty nor the data directory of a PostgreSQL");
    }
    Files.createDirectories(path);
    var aside = Files.createTempDirectory(path.resolveSibling(""), path.getFileName() + ".part");
    initialise(aside, binaries, List.of());
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void initialise(Path path, PostgresBinaries binaries, List<String> extra)
      throws IOException {
    var passwordFile = Credentials.passwordFile();
    try {
      run(binaries.command("initdb", arguments(path, passwordFile, extra)));
    } catch (IOException e) {
      Directories.delete(path);
      throw e;
    } finally {
      Files.delete(passwordFile);
    }
  }

  /** No locale of the machine, so that texts sort alike everywhere. */
  private static List<String> arguments(Path path, Path passwordFile, List<String> extra) {
    var arguments = new ArrayList<>(extra);
    arguments.add("--pgdata=" + path);
    arguments.add("--username=" + Credentials.USER);
    arguments.add("--pwfile=" + passwordFile);
    arguments.add("--auth=scram-sha-256");
    arguments.add("--encoding=UTF8");
    arguments.add("--no-locale");
    return arguments;
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = Interruption.guard(process::waitFor);
    if (code != 0) {
      throw new IOException("initdb ended with %d: %s".formatted(code, said.strip()));
    }
  }
}
