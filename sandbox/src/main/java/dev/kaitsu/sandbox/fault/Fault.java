package dev.kaitsu.sandbox.fault;

import java.time.Duration;

/**
 * One scripted misbehaviour of one call.
 *
 * @param when whether the call's effect is in place by the time the caller sees the fault
 * @param symptom what the caller sees
 * @param delay how long the caller, or with {@link Symptom#LATE_COMMIT} and {@link Moment#LATER}
 *     the effect, is kept waiting
 */
public record Fault(Moment when, Symptom symptom, Duration delay) {

  /** Whether the effect of the call exists when the fault shows. */
  public enum Moment {
    BEFORE_COMMIT,
    AFTER_COMMIT,
    /** A proxy sent the call on twice, so its effect is there twice. */
    AFTER_TWO_COMMITS,
    /** The effect appears {@link Fault#delay()} after the caller saw the fault. */
    LATER
  }

  /** What the caller of a misbehaving operation sees. */
  public enum Symptom {
    /** The connection is closed without a single byte of an answer. */
    DROP,
    /** The answer comes after {@link Fault#delay()}, long enough for a caller to give up. */
    DELAY,
    /** The caller is answered 504 at once; the effect appears {@link Fault#delay()} later. */
    LATE_COMMIT,
    HTTP_429,
    HTTP_500,
    HTTP_502_HTML,
    /** 503 with {@code Retry-After: 0}, which some HTTP clients take as leave to send again. */
    HTTP_503_RETRY_AFTER_0,
    HTTP_503,
    HTTP_504,
    /** A page of a proxy or of a maintenance mode, with status 200. */
    HTML_200,
    EMPTY_200,
    /** The first half of the true answer, then the connection ends. */
    TRUNCATED,
    /** A redirect to another host. */
    REDIRECT_302,
    /** A redirect that asks for the same method and body again. */
    REDIRECT_307,
    /** A success that lacks the identifiers the operation promises. */
    SUCCESS_WITHOUT_ID
  }

  public Fault {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay is negative: " + delay);
    }
  }

  public static Fault before(Symptom symptom) {
    return new Fault(Moment.BEFORE_COMMIT, symptom, Duration.ZERO);
  }

  public static Fault after(Symptom symptom) {
    return new Fault(Moment.AFTER_COMMIT, symptom, Duration.ZERO);
  }

  public Fault delayedBy(Duration newDelay) {
    return new Fault(when, symptom, newDelay);
  }
}
