package dev.kaitsu.wiring;

import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.wiring.config.ConfigurationException;
import java.util.List;
import java.util.Optional;

/** What stands in for the SFTP server where there is none: there is no way to its files. */
final class WithoutRecordFiles implements RecordFiles {
  @Override
  public String nameOf(RecordMonth month) {
    throw switchedOff();
  }

  @Override
  public RepeatedRows repeatedRows(RecordKind kind) {
    throw switchedOff();
  }

  @Override
  public Optional<RecordFile> find(RecordMonth month) {
    throw switchedOff();
  }

  @Override
  public RecordFileDigest digest(RecordMonth month) {
    throw switchedOff();
  }

  @Override
  public RecordFileDigest read(RecordMonth month, Rows rows) {
    throw switchedOff();
  }

  private static ConfigurationException switchedOff() {
    return new ConfigurationException(
        List.of(
            "SFTP_HOST, SFTP_USERNAME, SFTP_PRIVATE_KEY_PATH and SFTP_HOST_KEY must be set to import"
                + " records"));
  }
}
