package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.testkit.contract.RecordFilesContract;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Record files over SFTP")
class SftpRecordFilesTest extends RecordFilesContract {
  private final Server server = new Server();

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  protected RecordFiles files() {
    return server.files();
  }

  @Override
  protected void put(RecordMonth month, int rows) {
    var good =
        IntStream.rangeClosed(1, rows)
            .mapToObj(row -> "09011112222,20260901,%06d,0312345678,60,11\r\n".formatted(row % 60))
            .collect(Collectors.joining());
    server.put(month, good + "nonsense\r\n");
  }

  @Override
  protected void breakOff() {
    server.sftp.troubles().breakOffAt(1);
  }

  @Override
  protected void stop() {
    server.sftp.stop();
  }
}
