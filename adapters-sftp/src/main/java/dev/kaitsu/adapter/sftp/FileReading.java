package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads one file from its beginning to its end: every line is a row, good or bad. */
final class FileReading {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Old programs end a text file so. */
  private static final byte[] END_OF_TEXT = {0x1a};

  private final RecordMonth month;
  private final KindMapping mapping;
  private final Rows rows;
  private final String name;
  private final LineText text;
  private Optional<RowReader> reader = Optional.empty();
  private long row;

  FileReading(String name, RecordMonth month, KindMapping mapping, Rows rows) {
    this.name = name;
    this.month = month;
    this.mapping = mapping;
    this.rows = rows;
    this.text = new LineText(mapping.form().charset());
    if (!mapping.form().header()) {
      reader = Optional.of(new RowReader(month, mapping, RowLayout.of(mapping)));
    }
  }

  /** Reads all of it. */
  RecordFileDigest read(InputStream content) throws IOException {
    var counted = new CountedStream(content);
    var lines = new FileLines(counted, () -> rows.bytes(counted.count()));
    while (lines.next()) {
      row++;
      line(lines);
    }
    rows.bytes(counted.count());
    if (counted.count() == 0 || reader.isEmpty()) {
      throw new RecordFileException(
          Problem.EMPTY, name + " is empty; ask Freebit for the whole file, then import it again");
    }
    return new RecordFileDigest(HexFormat.of().formatHex(counted.digest()));
  }

  private void line(FileLines lines) {
    byte[] line = row == 1 ? withoutMark(lines.line()) : lines.line();
    if (lines.isCutOff()) {
      if (Arrays.equals(line, END_OF_TEXT)) {
        return;
      }
      requireWhole();
    }
    if (lines.isTooLong()) {
      setAside(line, "it is longer than %d bytes".formatted(FileLines.LONGEST));
    } else if (line.length > 0) {
      whole(line);
    }
  }

  private static byte[] withoutMark(byte[] line) {
    int mark = BYTE_ORDER_MARK.length;
    boolean marked = line.length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return marked ? Arrays.copyOfRange(line, mark, line.length) : line;
  }

  private void requireWhole() {
    if (mapping.form().finalNewline()) {
      throw new RecordFileException(
          Problem.CUT_OFF,
          "%s ends in the middle of line %d, it is not all there: import it again once it is; if Freebit's files end so, say 'final-newline = optional' in the mapping"
              .formatted(name, row));
    }
  }

  private void whole(byte[] line) {
    try {
      List<String> fields = CsvLine.split(text.read(line), mapping.form().separator());
      if (reader.isEmpty()) {
        reader = Optional.of(new RowReader(month, mapping, Headings.layout(name, mapping, fields)));
      } else {
        rows.good(reader.get().read(row, fields, line));
      }
    } catch (UnreadableRowException bad) {
      setAside(line, bad.reason());
    }
  }

  private void setAside(byte[] line, String reason) {
    if (reader.isEmpty()) {
      throw new RecordFileException(
          Problem.UNREADABLE,
          "the first line of %s cannot be read as headings: %s; mend the mapping (SFTP_RECORDS_MAPPING)"
              .formatted(name, reason));
    }
    rows.bad(new BadRow(row, reason, text.excerpt(line)));
  }
}
