package dev.kaitsu.model.operation;

import java.util.List;

/**
 * Everything that is established about one operation.
 *
 * @param entries in the order they were written
 */
public record OperationHistory(Operation operation, List<OperationEntry> entries) {
  public OperationHistory {
    entries = List.copyOf(entries);
  }

  /** The place of the newest fact; 0 if there is none. */
  public long seq() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
  }
}
