package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@DisplayName("Server binaries are prepared once, whoever asks")
class BinaryCacheTest {
  private static final byte[] PROGRAM = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  @DisplayName("eight that ask at once get the same whole executable, and nothing else is left")
  void manyAskForOneFile() throws Exception {
    var cache = new BinaryCache(directory);
    assertThat(eightTimesAtOnce(() -> cache.executable("program", PROGRAM)))
        .allSatisfy(file -> assertThat(file).isExecutable().hasBinaryContent(PROGRAM));
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisplayName("eight that ask at once get the same unpacked archive, and nothing else is left")
  void manyAskForOneArchive() throws Exception {
    var cache = new BinaryCache(directory);
    var archive = archiveOf("bin/program");
    assertThat(eightTimesAtOnce(() -> cache.unpacked("server", archive)))
        .allSatisfy(
            place ->
                assertThat(place.resolve("bin/program")).isExecutable().hasBinaryContent(PROGRAM));
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisplayName("an archive that would write beside its directory is refused")
  void refusesEscape() throws IOException {
    var archive = archiveOf("../program");
    assertThatThrownBy(() -> new BinaryCache(directory).unpacked("server", archive))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../program");
    assertThat(directory.resolve("program")).doesNotExist();
  }

  @Test
  @DisplayName("another version gets a place of its own")
  void versionsAreApart() throws IOException {
    var cache = new BinaryCache(directory);
    cache.executable("program", PROGRAM);
    cache.executable("program", "#!/bin/bash\n".getBytes(StandardCharsets.UTF_8));
    assertThat(files()).hasSize(2);
  }

  private static List<Path> eightTimesAtOnce(Callable<Path> question) throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      var answers = new ArrayList<Path>();
      for (var answer : threads.invokeAll(Collections.nCopies(8, question))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static byte[] archiveOf(String entryName) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
      var entry = new TarArchiveEntry(entryName);
      entry.setSize(PROGRAM.length);
      entry.setMode(0755);
      tar.putArchiveEntry(entry);
      tar.write(PROGRAM);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }
}
