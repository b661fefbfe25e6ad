package dev.kaitsu.model;

import java.math.BigDecimal;

/**
 * All records of a line and month together.
 *
 * @param quantity seconds of calls, or messages
 * @param charge in yen; records without a charge count as nothing
 */
public record RecordTotals(long count, long quantity, BigDecimal charge) {
  public static final RecordTotals NONE = new RecordTotals(0, 0, BigDecimal.ZERO);
}
