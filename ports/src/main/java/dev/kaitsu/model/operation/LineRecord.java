package dev.kaitsu.model.operation;

import dev.kaitsu.model.sim.PhoneNumber;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a line's operations at one moment.
 *
 * @param seq counts the operations taken on for the line so far
 * @param operations the open ones and those that were touched lately, in the order they were asked
 *     for
 * @param now the store's own time of reading, the clock that stamps all facts
 */
public record LineRecord(
    PhoneNumber line, long seq, List<OperationHistory> operations, Instant now) {
  public LineRecord {
    operations = List.copyOf(operations);
  }
}
