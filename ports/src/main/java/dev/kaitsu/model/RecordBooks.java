package dev.kaitsu.model;

import java.util.List;

/** Which months of records are there, and which are missing; newest first. */
public record RecordBooks(List<ImportedMonth> imported, List<RecordGap> gaps) {
  public RecordBooks {
    imported = List.copyOf(imported);
    gaps = List.copyOf(gaps);
  }
}
