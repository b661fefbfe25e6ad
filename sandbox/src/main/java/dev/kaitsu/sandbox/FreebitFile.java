package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mapping file as an installation has it that asked its operator; gone when it is closed. */
final class FreebitFile implements AutoCloseable {
  private final Path path;

  private FreebitFile(Path path) {
    this.path = path;
  }

  static FreebitFile write() {
    try {
      var path = Files.createTempFile("freebit-", ".properties");
      path.toFile().deleteOnExit();
      Files.writeString(path, "PA05-02.path = " + FreebitEmulator.HISTORY_PATH + "\n");
      return new FreebitFile(path);
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
