package dev.kaitsu.adapter.sftp;

import dev.kaitsu.adapter.sftp.SftpConfig.Address;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.sandbox.sftp.SftpEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A real SFTP server, its files, and the adapter that reads them. */
final class Server implements AutoCloseable {
  static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  final SftpEmulator sftp = SftpEmulator.start();

  SftpRecordFiles files() {
    return files(config(HostKeys.parse(sftp.hostKeyLine()), RecordMapping.standard()));
  }

  SftpRecordFiles files(SftpConfig config) {
    return new SftpRecordFiles(config, InstantSource.fixed(NOW));
  }

  SftpRecordFiles files(String mapping) {
    return files(config(HostKeys.parse(sftp.hostKeyLine()), mapping(mapping)));
  }

  SftpConfig config(HostKeys keys, RecordMapping mapping) {
    return config(new Address("127.0.0.1", sftp.port(), SftpEmulator.USERNAME), keys, mapping);
  }

  SftpConfig config(Address address, HostKeys keys, RecordMapping mapping) {
    return new SftpConfig(
        address,
        AccountKey.atPath(sftp.privateKeyPath()),
        keys,
        ".",
        Duration.ofSeconds(5),
        SftpConfig.DEFAULT_SETTLE_TIME,
        mapping);
  }

  static RecordMapping mapping(String text) {
    try {
      var file = Files.createTempFile("kaitsu", ".mapping");
      try {
        return RecordMapping.atPath(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path put(RecordMonth month, String content) {
    return put(month, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a file that was written long ago. */
  Path put(RecordMonth month, byte[] content) {
    try {
      var file = sftp.root().resolve(files().nameOf(month));
      Files.write(file, content);
      return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sftp.close();
  }
}
