package dev.kaitsu.sandbox.freebit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How this Freebit behaves where the true one may; a switch holds until it is set again. */
public final class FreebitBehaviour {
  /** How members of answers are spelled. */
  public enum Casing {
    /** As the portal saw them, some in lower case. */
    AS_SEEN,
    LOWER,
    /** Each name in a case of its own, another one at each answer. */
    RANDOM
  }

  volatile Duration appliesAfter = Duration.ofSeconds(2);
  volatile Duration lockTime = Duration.ofMinutes(30);
  volatile Duration keyLifetime = Duration.ofMinutes(30);
  volatile Casing casing = Casing.AS_SEEN;
  volatile boolean codesAsNumbers;
  volatile boolean showsStock;
  volatile boolean absentIsNothing;
  volatile int refusalStatus = 200;

  private final Map<String, Deque<FreebitRefusal>> refusals = new HashMap<>();

  FreebitBehaviour() {}

  /** How long asynchronous calls take to apply; the true ones take up to ten minutes. */
  public void appliesAfter(Duration delay) {
    appliesAfter = delay;
  }

  /** How long a change of the network locks its line; about 30 minutes in truth. */
  public void lockTime(Duration time) {
    lockTime = time;
  }

  /** How long keys are good that are handed out from now on. */
  public void keyLifetime(Duration lifetime) {
    keyLifetime = lifetime;
  }

  public void casing(Casing newCasing) {
    casing = newCasing;
  }

  /** Whether codes are JSON numbers instead of texts. */
  public void codesAsNumbers(boolean numbers) {
    codesAsNumbers = numbers;
  }

  /** Whether numbers in stock are shown, as lines that are not in service. */
  public void showsStock(boolean shows) {
    showsStock = shows;
  }

  /** Whether a line that is not there is a success without a line, instead of a refusal. */
  public void absentIsNothing(boolean nothing) {
    absentIsNothing = nothing;
  }

  /** The HTTP status that refusals come with. */
  public void refusalStatus(int status) {
    refusalStatus = status;
  }

  /** The next call of this operation, such as {@code PA05-41}, is refused so. */
  public synchronized void refuseNext(String operation, String resultCode, String statusCode) {
    refusals
        .computeIfAbsent(operation, any -> new ArrayDeque<>())
        .add(new FreebitRefusal(resultCode, statusCode, "処理を受け付けられません。"));
  }

  synchronized Optional<FreebitRefusal> nextRefusal(String operation) {
    return Optional.ofNullable(refusals.get(operation)).map(Deque::poll);
  }
}
