package dev.kaitsu.adapter.sftp;

import java.util.ArrayList;
import java.util.List;

/** Splits one line into its fields. A quoted field may hold separators, but no end of a line. */
final class CsvLine {
  private static final char QUOTE = '"';

  private final String line;
  private final char separator;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private CsvLine(String line, char separator) {
    this.line = line;
    this.separator = separator;
  }

  /**
   * The fields, blanks around them left out.
   *
   * @throws UnreadableRowException if the quotes do not match
   */
  static List<String> split(String line, char separator) {
    return new CsvLine(line, separator).split();
  }

  private List<String> split() {
    while (true) {
      skipBlanks();
      fields.add(at < line.length() && line.charAt(at) == QUOTE ? quoted() : plain());
      if (at == line.length()) {
        return fields;
      }
      at++; // the separator
    }
  }

  private void skipBlanks() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
  }

  private String plain() {
    int end = line.indexOf(separator, at);
    int stop = end < 0 ? line.length() : end;
    var field = line.substring(at, stop);
    at = stop;
    return field.strip();
  }

  private String quoted() {
    var field = new StringBuilder();
    at++;
    while (true) {
      int quote = line.indexOf(QUOTE, at);
      if (quote < 0) {
        throw new UnreadableRowException("a quote is opened and not closed");
      }
      field.append(line, at, quote);
      at = quote + 1;
      if (at == line.length() || line.charAt(at) != QUOTE) {
        break;
      }
      field.append(QUOTE);
      at++;
    }
    skipBlanks();
    if (at < line.length() && line.charAt(at) != separator) {
      throw new UnreadableRowException("something follows a closing quote");
    }
    return field.toString();
  }
}
