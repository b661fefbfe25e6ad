package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The record files on the SFTP server; each call is a connection of its own. */
public final class SftpRecordFiles implements RecordFiles {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final int BUFFER = 1 << 15;

  private final SftpConfig config;
  private final InstantSource clock;
  private final SftpDoor door;

  public SftpRecordFiles(SftpConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.door = new SftpDoor(config);
  }

  /** Whether one can log in and read the directory. */
  public HealthProbe probe() {
    return new SftpProbe(door, config.directory());
  }

  /** What is looked at before a go-live. */
  public List<Checkup> checkups() {
    var newest = YearMonth.from(clock.instant().atZone(RecordCheckups.JAPAN)).minusMonths(2);
    return RecordCheckups.of(config, door, this, newest);
  }

  @Override
  public String nameOf(RecordMonth month) {
    return "PASI_%s-detail-%s.csv".formatted(month.kind().label(), MONTH.format(month.month()));
  }

  @Override
  public RepeatedRows repeatedRows(RecordKind kind) {
    return config.mapping().of(kind).repeated();
  }

  @Override
  public Optional<RecordFile> find(RecordMonth month) {
    return door.visit(files -> find(files, month));
  }

  private Optional<RecordFile> find(SftpClient files, RecordMonth month) throws IOException {
    try {
      return Optional.of(file(month, files.stat(path(month))));
    } catch (SftpException refusal) {
      if (refusal.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
        throw refusal;
      }
      SftpProbe.requireDirectory(files, config.directory(), door.errors());
      return Optional.empty();
    }
  }

  @Override
  public RecordFileDigest digest(RecordMonth month) {
    return door.visit(
        files -> {
          try (var content = new CountedStream(content(files, month))) {
            content.transferTo(OutputStream.nullOutputStream());
            return new RecordFileDigest(HexFormat.of().formatHex(content.digest()));
          }
        });
  }

  @Override
  public RecordFileDigest read(RecordMonth month, Rows rows) {
    return door.visit(
        files -> {
          var before = settled(files, month);
          RecordFileDigest digest;
          try (var content = content(files, month)) {
            var mapping = config.mapping().of(month.kind());
            digest = new FileReading(nameOf(month), month, mapping, rows).read(content);
          }
          if (!find(files, month).equals(Optional.of(before))) {
            throw stillWritten(month, "changed while it was read");
          }
          return digest;
        });
  }

  private RecordFile settled(SftpClient files, RecordMonth month) throws IOException {
    var file = file(month, files.stat(path(month)));
    if (file.modifiedAt().isAfter(clock.instant().minus(config.settleTime()))) {
      throw stillWritten(
          month, "was changed within the last %d s".formatted(config.settleTime().toSeconds()));
    }
    return file;
  }

  private RecordFileException stillWritten(RecordMonth month, String how) {
    return new RecordFileException(
        Problem.STILL_WRITTEN,
        "%s %s and may be incomplete: nothing of it was taken, import it again later"
            .formatted(nameOf(month), how));
  }

  private InputStream content(SftpClient files, RecordMonth month) throws IOException {
    return files.read(path(month), BUFFER);
  }

  private String path(RecordMonth month) {
    return config.directory() + "/" + nameOf(month);
  }

  private RecordFile file(RecordMonth month, SftpClient.Attributes attributes) {
    return new RecordFile(
        nameOf(month), attributes.getSize(), attributes.getModifyTime().toInstant());
  }
}
