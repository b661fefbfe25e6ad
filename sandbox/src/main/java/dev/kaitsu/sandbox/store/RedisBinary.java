package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Path;

/** The Redis server program of the class path, as an executable file. */
final class RedisBinary {
  private static final String RESOURCE = "/" + Platform.current().redisProgram();

  private RedisBinary() {}

  static Path prepare() throws IOException {
    try (var content = RedisBinary.class.getResourceAsStream(RESOURCE)) {
      if (content == null) {
        throw new IOException(RESOURCE + " is not on the class path");
      }
      return new BinaryCache(CacheDirectory.ofUser())
          .executable("redis-server", content.readAllBytes());
    }
  }
}
