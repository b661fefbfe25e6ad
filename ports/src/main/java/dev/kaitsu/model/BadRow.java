package dev.kaitsu.model;

/**
 * A line of a record file that could not be read. It does not print what it holds.
 *
 * @param row its line number in the file
 * @param reason without personal data
 * @param content the line as far as it is kept; personal data
 */
public record BadRow(long row, String reason, String content) {
  @Override
  public String toString() {
    return "BadRow[row %d: %s]".formatted(row, reason);
  }
}
