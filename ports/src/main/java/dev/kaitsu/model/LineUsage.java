package dev.kaitsu.model;

import dev.kaitsu.model.sim.PhoneNumber;
import java.util.List;

/**
 * What one line used in one month.
 *
 * @param records in the order of time; the first ones, if there are more than were asked for
 * @param totals of all of them
 */
public record LineUsage(
    PhoneNumber line, ImportedMonth source, List<UsageRecord> records, RecordTotals totals) {
  public LineUsage {
    records = List.copyOf(records);
  }
}
