package dev.kaitsu.benchmark;

/**
 * What a figure must and should be.
 *
 * @param more whether more is better
 */
record Budget(double required, double aim, boolean more) {

  static Budget atMost(double required, double aim) {
    return new Budget(required, aim, false);
  }

  static Budget atLeast(double required, double aim) {
    return new Budget(required, aim, true);
  }

  String verdict(double value) {
    if (keeps(value, aim)) {
      return "met, and the aim";
    }
    return keeps(value, required) ? "met" : "**not met**";
  }

  private boolean keeps(double value, double limit) {
    return more ? value >= limit : value <= limit;
  }
}
