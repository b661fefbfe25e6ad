package dev.kaitsu.adapter.sftp;

import java.util.List;

/** Where a value is: at a position, from 1, or below a heading. */
sealed interface Column {
  int MOST = 999;

  /** Its index in a row, from 0; -1 if there is no such heading. */
  int in(List<String> headings);

  /** A position. */
  record At(int position) implements Column {
    @Override
    public int in(List<String> headings) {
      return position - 1;
    }
  }

  /** A heading. */
  record Named(String heading) implements Column {
    @Override
    public int in(List<String> headings) {
      return headings.indexOf(heading);
    }
  }

  /** A number is a position, everything else a heading. */
  static Column of(String text) {
    if (!text.chars().allMatch(Character::isDigit)) {
      return new Named(text);
    }
    int position = text.length() > 3 ? 0 : Integer.parseInt(text);
    if (position < 1 || position > MOST) {
      throw new IllegalArgumentException("columns are counted from 1 to " + MOST);
    }
    return new At(position);
  }
}
