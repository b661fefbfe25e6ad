package dev.kaitsu.adapter.sftp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates and times.
 *
 * @param time empty: the date's column holds the time as well
 */
record Moments(Pattern date, Optional<Pattern> time) {

  /** A pattern as people write it; it counts years without eras, and allows no 31st of February. */
  record Pattern(String text, DateTimeFormatter formatter) {
    static Pattern of(String text) {
      return new Pattern(
          text,
          DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  LocalDateTime read(String dateText, String timeText) {
    try {
      return time.isPresent()
          ? LocalDate.parse(dateText, date.formatter())
              .atTime(LocalTime.parse(timeText, time.get().formatter()))
          : LocalDateTime.parse(dateText, date.formatter());
    } catch (DateTimeException malformed) {
      throw new UnreadableRowException(
          "date and time are not written as %s%s"
              .formatted(date.text(), time.map(pattern -> " " + pattern.text()).orElse("")));
    }
  }
}
