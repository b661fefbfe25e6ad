package dev.kaitsu.adapter.sftp;

import java.util.regex.Pattern;

/** How a file writes how long a call took. What is less than a second counts as one. */
enum DurationUnit {
  SECONDS("seconds"),
  TENTHS("tenths"),
  MINUTES("minutes"),
  /** {@code hhmmss} or {@code h:mm:ss}. */
  CLOCK("clock");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern HOURS = Pattern.compile("([0-9]{1,3}):?([0-5][0-9]):?([0-5][0-9])");
  private static final int TENTHS_A_SECOND = 10;
  private static final int MINUTE = 60;

  private final String word;

  DurationUnit(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Seconds. */
  long read(String text) {
    if (this == CLOCK) {
      var parts = HOURS.matcher(text);
      if (!parts.matches()) {
        throw new UnreadableRowException("the duration is no time like 001530");
      }
      long minutes = Long.parseLong(parts.group(1)) * MINUTE + Long.parseLong(parts.group(2));
      return minutes * MINUTE + Long.parseLong(parts.group(3));
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new UnreadableRowException("the duration is no whole number");
    }
    long number = Long.parseLong(text);
    return switch (this) {
      case TENTHS -> (number + TENTHS_A_SECOND - 1) / TENTHS_A_SECOND;
      case MINUTES -> number * MINUTE;
      default -> number;
    };
  }
}
