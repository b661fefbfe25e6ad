package dev.kaitsu.port.out;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;

/** A call to another system failed; the halt says how certain it is that nothing happened there. */
public final class ExternalCallException extends RuntimeException {
  private final transient Halt halt; // not serialized: it never leaves the process

  private ExternalCallException(Halt halt, Throwable cause) {
    super(halt.code() + ": " + halt.reason(), cause);
    this.halt = halt;
  }

  private ExternalCallException(Halt halt) {
    super(halt.code() + ": " + halt.reason());
    this.halt = halt;
  }

  /** The other system said no, and nothing happened. */
  public static ExternalCallException refused(FailureCode code, String reason) {
    return new ExternalCallException(new Halt.Refused(code, reason));
  }

  /** The call never took effect: nothing was sent, or the answer proves it. */
  public static ExternalCallException unavailable(FailureCode code, String reason) {
    return new ExternalCallException(new Halt.Failed(code, reason));
  }

  /** As {@link #unavailable(FailureCode, String)}, keeping what was caught. */
  public static ExternalCallException unavailable(
      FailureCode code, String reason, Throwable cause) {
    return new ExternalCallException(new Halt.Failed(code, reason), cause);
  }

  /** The call may have taken effect. In doubt, this one. */
  public static ExternalCallException outcomeUnknown(FailureCode code, String reason) {
    return new ExternalCallException(new Halt.Uncertain(code, reason));
  }

  /** As {@link #outcomeUnknown(FailureCode, String)}, keeping what was caught. */
  public static ExternalCallException outcomeUnknown(
      FailureCode code, String reason, Throwable cause) {
    return new ExternalCallException(new Halt.Uncertain(code, reason), cause);
  }

  public Halt halt() {
    return halt;
  }
}
