package dev.kaitsu.testkit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the next calls of another system go wrong. Troubles of one call are met in the order they
 * were scripted; a call without one goes well.
 *
 * @param <C> the calls of that system
 */
public final class Script<C extends Enum<C>> {
  private record Trouble(boolean acts, Supplier<ExternalCallException> told) {}

  private final CrashPoints crashes;
  private final Map<C, Deque<Trouble>> troubles = new HashMap<>();
  private final Map<C, Deque<Runnable>> interruptions = new HashMap<>();
  private final Map<C, Integer> calls = new HashMap<>();

  Script(CrashPoints crashes) {
    this.crashes = crashes;
  }

  /** The next call never takes effect, and the caller can tell. */
  public void failsBeforeActing(C call, FailureCode code) {
    add(call, false, () -> ExternalCallException.unavailable(code, "scripted: nothing was done"));
  }

  /** The next call is answered with a no. */
  public void refuses(C call, FailureCode code, String reason) {
    add(call, false, () -> ExternalCallException.refused(code, reason));
  }

  /** The next call takes effect, and its answer never arrives. */
  public void losesTheAnswer(C call, FailureCode code) {
    add(call, true, () -> ExternalCallException.outcomeUnknown(code, "scripted: no answer"));
  }

  /** The next call never takes effect, and the caller cannot tell. */
  public void losesTheRequest(C call, FailureCode code) {
    add(call, false, () -> ExternalCallException.outcomeUnknown(code, "scripted: no answer"));
  }

  /** Forgets the call's scripted troubles: from now on it goes well. */
  public synchronized void works(C call) {
    troubles.remove(call);
  }

  /** Something happens just before the next call, without the caller's doing. */
  public synchronized void before(C call, Runnable interruption) {
    interruptions.computeIfAbsent(call, any -> new ArrayDeque<>()).add(interruption);
  }

  /** How often the call was made, however it went. */
  public synchronized int calls(C call) {
    return calls.getOrDefault(call, 0);
  }

  <T> T perform(C call, Supplier<T> effect) {
    interruption(call).ifPresent(Runnable::run);
    var trouble = begin(call);
    crashes.pass("before " + call);
    if (trouble.isPresent() && !trouble.get().acts()) {
      throw trouble.get().told().get();
    }
    T answer = effect.get();
    crashes.pass("after " + call);
    if (trouble.isPresent()) {
      throw trouble.get().told().get();
    }
    return answer;
  }

  private synchronized void add(C call, boolean acts, Supplier<ExternalCallException> told) {
    troubles.computeIfAbsent(call, any -> new ArrayDeque<>()).add(new Trouble(acts, told));
  }

  private synchronized Optional<Runnable> interruption(C call) {
    return Optional.ofNullable(interruptions.get(call)).map(Deque::poll);
  }

  private synchronized Optional<Trouble> begin(C call) {
    calls.merge(call, 1, Integer::sum);
    return Optional.ofNullable(troubles.get(call)).map(Deque::poll);
  }
}
