package dev.kaitsu.wiring;

import dev.kaitsu.adapter.sftp.SftpRecordFiles;
import dev.kaitsu.domain.records.DueRecords;
import dev.kaitsu.domain.records.MonthlyRecords;
import dev.kaitsu.domain.records.RecordCalendar;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.in.RecordRound;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.port.out.RecordListener;
import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.time.InstantSource;

/** Call and message records, wired; without an SFTP server they can only be asked for. */
final class Records {
  private final RecordDesk desk;
  private final RecordRound round;

  Records(KaitsuConfig config, RecordStore store, RecordListener listener, InstantSource clock) {
    var files =
        config
            .sftp()
            .<RecordFiles>map(sftp -> new SftpRecordFiles(sftp, clock))
            .orElseGet(WithoutRecordFiles::new);
    var calendar = new RecordCalendar(clock, config.recordsFromDay());
    desk = new MonthlyRecords(files, store, listener, calendar);
    round =
        config.sftp().isPresent()
            ? new DueRecords(desk, store, listener, calendar)
            : stopping -> true;
  }

  RecordDesk desk() {
    return desk;
  }

  RecordRound round() {
    return round;
  }
}
