package dev.kaitsu.adapter.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines at each line feed, which neither UTF-8 nor Shift_JIS have
 * within a character. However long a line is, only its beginning is kept.
 */
final class FileLines {
  static final int LONGEST = 16 * 1024;
  private static final int BUFFER = 1 << 16;

  private final InputStream bytes;
  private final Runnable beforeReading;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] line = new byte[LONGEST];
  private int at;
  private int filled;
  private int length;
  private boolean tooLong;
  private boolean ended;

  /**
   * The lines of a stream.
   *
   * @param beforeReading is told before each further read, also within a line
   */
  FileLines(InputStream bytes, Runnable beforeReading) {
    this.bytes = bytes;
    this.beforeReading = beforeReading;
  }

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (at == filled && !fill()) {
        ended = any;
        return any;
      }
      any = true;
      int end = lineFeed();
      keep(at, end);
      at = end;
      if (at < filled) {
        at++;
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    beforeReading.run();
    at = 0;
    filled = Math.max(bytes.read(buffer), 0);
    return filled > 0;
  }

  private int lineFeed() {
    int end = at;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private void keep(int from, int to) {
    int kept = Math.min(to - from, LONGEST - length);
    System.arraycopy(buffer, from, line, length, kept);
    length += kept;
    tooLong |= kept < to - from;
  }

  /** The line, without its end. */
  byte[] line() {
    boolean carriageReturn = length > 0 && line[length - 1] == '\r';
    return Arrays.copyOf(line, carriageReturn ? length - 1 : length);
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** Whether the file ended before the line did. */
  boolean isCutOff() {
    return ended;
  }
}
