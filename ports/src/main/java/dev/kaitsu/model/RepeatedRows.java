package dev.kaitsu.model;

/** What becomes of a row that is the same as an earlier one of its file, in every character. */
public enum RepeatedRows {
  /** It is the same event, told twice: the first one counts. */
  ONCE,
  /** It is another event that looks the same: each one counts. */
  EACH
}
