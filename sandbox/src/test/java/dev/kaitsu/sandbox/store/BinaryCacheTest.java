package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Server binaries are prepared once, whoever asks")
class BinaryCacheTest {
  private static final byte[] PROGRAM = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  @DisplayName("eight that ask at once get the same whole executable, and nothing else is left")
  void manyAskAtOnce() throws Exception {
    var cache = new BinaryCache(directory);
    var asking = new ArrayList<Callable<Path>>();
    for (int i = 0; i < 8; i++) {
      asking.add(() -> cache.executable("program", PROGRAM));
    }
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (var answer : threads.invokeAll(asking)) {
        assertThat(answer.get()).isExecutable().hasBinaryContent(PROGRAM);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisplayName("another version gets a place of its own")
  void versionsAreApart() throws IOException {
    var cache = new BinaryCache(directory);
    cache.executable("program", PROGRAM);
    cache.executable("program", "#!/bin/bash\n".getBytes(StandardCharsets.UTF_8));
    assertThat(files()).hasSize(2);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }
}
