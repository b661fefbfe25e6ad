package dev.kaitsu.model.sim;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Data to be added to a line (PA04-04).
 *
 * @param megabytes 1 to 512,000
 * @param code our reference, 1 to 512 characters, which comes back in the operator's quota history
 * @param expires the last day; ignored by the operator where the plan allows no expiry
 */
public record Quota(int megabytes, String code, Optional<LocalDate> expires) {
  private static final int MOST = 512_000;
  private static final int LONGEST_CODE = 512;

  /**
   * Checks the bounds of PA04-04.
   *
   * @throws IllegalArgumentException if a part is out of them
   */
  public Quota {
    if (megabytes < 1 || megabytes > MOST) {
      throw new IllegalArgumentException(
          "a quota of %d MB is not between 1 and %d MB".formatted(megabytes, MOST));
    }
    if (code.isEmpty() || code.length() > LONGEST_CODE) {
      throw new IllegalArgumentException(
          "a quota code has %d characters, 1 to %d are allowed"
              .formatted(code.length(), LONGEST_CODE));
    }
  }
}
