package dev.kaitsu.model;

import java.time.YearMonth;

/** The records of one kind and month: what one file holds, and what an import replaces. */
public record RecordMonth(RecordKind kind, YearMonth month) {
  @Override
  public String toString() {
    return kind.label() + " " + month;
  }
}
