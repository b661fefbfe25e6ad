package dev.kaitsu.model;

/**
 * Calls to a system within a while, by all nodes.
 *
 * @param failures those that found it down, broken or silent; a refusal is an answer
 */
public record CallTally(long calls, long failures) {
  public static final CallTally NONE = new CallTally(0, 0);

  public CallTally {
    if (failures < 0 || calls < failures) {
      throw new IllegalArgumentException(
          "%d failures of %d calls cannot be".formatted(failures, calls));
    }
  }

  public CallTally plus(CallTally more) {
    return new CallTally(calls + more.calls, failures + more.failures);
  }

  /** The share of calls that failed, 0 to 1; 0 without any call. */
  public double errorRate() {
    return calls == 0 ? 0 : (double) failures / calls;
  }
}
