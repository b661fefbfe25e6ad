package dev.kaitsu.model.sim;

/** Names a plan at the operator: 1 to 32 printable characters without a space (PA05-21). */
public record PlanCode(String value) {
  private static final int LONGEST = 32;

  /**
   * Accepts a code as the operator writes it.
   *
   * @throws IllegalArgumentException if it has another shape
   */
  public PlanCode {
    if (value.isEmpty()
        || value.length() > LONGEST
        || !value.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "not a plan code: 1 to %d printable characters are needed".formatted(LONGEST));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
