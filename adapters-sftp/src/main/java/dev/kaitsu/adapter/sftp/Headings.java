package dev.kaitsu.adapter.sftp;

import dev.kaitsu.adapter.sftp.Column.Named;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes the first line for what the mapping says it is, or refuses the file. */
final class Headings {
  private static final Pattern NUMBER = Pattern.compile("[0-9-]{10,}");

  private Headings() {}

  static RowLayout layout(String name, KindMapping mapping, List<String> first) {
    var columns = mapping.columns();
    Stream.of(
            Optional.of(columns.line()),
            Optional.of(columns.date()),
            columns.time(),
            columns.otherParty(),
            columns.quantity(),
            columns.charge())
        .flatMap(Optional::stream)
        .filter(column -> column.in(first) < 0)
        .findFirst()
        .ifPresent(missing -> refuse(name, missing));
    int line = columns.line().in(first);
    if (line < first.size() && NUMBER.matcher(first.get(line)).matches()) {
      throw new RecordFileException(
          Problem.UNREADABLE,
          name + " begins with a row, not with headings: say 'header = no' in the mapping");
    }
    return RowLayout.of(mapping, first);
  }

  private static void refuse(String name, Column missing) {
    var heading = missing instanceof Named named ? named.heading() : "";
    throw new RecordFileException(
        Problem.UNREADABLE,
        "%s has no heading '%s': mend the mapping (SFTP_RECORDS_MAPPING), or its charset"
            .formatted(name, heading));
  }
}
