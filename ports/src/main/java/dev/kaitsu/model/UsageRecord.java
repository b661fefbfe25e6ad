package dev.kaitsu.model;

import dev.kaitsu.model.sim.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One call, or what was sent as one message. It prints nothing of the people who spoke.
 *
 * @param row its line number in the file
 * @param otherParty as the file writes it: a number, or words for one that is withheld
 * @param quantity seconds of a call, messages otherwise
 * @param charge in yen, without tax as the file has it; empty if the file does not say
 * @param digest of the whole line in the file, columns that are not read included
 */
public record UsageRecord(
    long row,
    PhoneNumber line,
    Instant at,
    Optional<String> otherParty,
    long quantity,
    Optional<BigDecimal> charge,
    UUID digest) {
  public UsageRecord {
    if (quantity < 0) {
      throw new IllegalArgumentException("the quantity is negative");
    }
  }

  @Override
  public String toString() {
    return "UsageRecord[row %d of %s]".formatted(row, line);
  }
}
