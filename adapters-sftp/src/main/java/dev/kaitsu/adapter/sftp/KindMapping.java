package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.RepeatedRows;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** How the files of one kind are written. */
record KindMapping(Form form, Columns columns, Units units, RepeatedRows repeated) {

  /**
   * The file as a whole.
   *
   * @param header whether the first line holds headings
   * @param finalNewline whether a file without one at its end is taken for one that was cut off
   * @param fields how many each row has; empty: as many as the headings, or enough
   */
  record Form(
      Charset charset, char separator, boolean header, boolean finalNewline, OptionalInt fields) {}

  /** Where the values are. */
  record Columns(
      Column line,
      Column date,
      Optional<Column> time,
      Optional<Column> otherParty,
      Optional<Column> quantity,
      Optional<Column> charge) {}

  /** How the values are written. */
  record Units(Moments moments, ZoneId zone, DurationUnit duration, boolean sen) {}
}
