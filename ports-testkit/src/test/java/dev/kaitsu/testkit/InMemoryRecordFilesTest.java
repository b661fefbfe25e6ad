package dev.kaitsu.testkit;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.testkit.contract.RecordFilesContract;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Record files in memory")
class InMemoryRecordFilesTest extends RecordFilesContract {
  private final InMemoryRecordFiles files = new InMemoryRecordFiles();

  @Override
  protected RecordFiles files() {
    return files;
  }

  @Override
  protected void put(RecordMonth month, int rows) {
    var good =
        LongStream.rangeClosed(1, rows).mapToObj(row -> ARecord.row(row, ARecord.LINE)).toList();
    files.put(
        month, ARecord.digest(rows % 2 + 1), good, List.of(new BadRow(rows + 1L, "it is odd", "")));
  }

  @Override
  protected void breakOff() {
    files.breakOffAfter(1);
  }

  @Override
  protected void stop() {
    files.fail(Problem.UNREACHABLE);
  }
}
