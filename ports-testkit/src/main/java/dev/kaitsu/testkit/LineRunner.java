package dev.kaitsu.testkit;

import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.LineWork;
import dev.kaitsu.port.out.LostLineException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at lines as the engine does, one after the other on the virtual clock. */
public final class LineRunner {
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);
  private static final int TOO_MANY_LOOKS = 10_000;

  private final LineWork work;
  private final InMemoryLineOperations operations;
  private final SettableClock clock;
  private int crashes;

  public LineRunner(LineWork work, InMemoryLineOperations operations, SettableClock clock) {
    this.work = work;
    this.operations = operations;
    this.clock = clock;
  }

  /** Does every look that is due now, and those that become due by them. */
  public int runDue() {
    return runFor(Duration.ZERO);
  }

  /**
   * Lets this much time pass and does every look when it is due.
   *
   * @return how many looks there were
   * @throws AssertionError if the looks do not end
   */
  public int runFor(Duration duration) {
    var end = clock.instant().plus(duration);
    int looks = 0;
    for (var next = dueBy(end); next.isPresent(); next = dueBy(end)) {
      clock.advanceTo(operations.dueAt(next.get()).orElseThrow());
      look(operations.claim(next.get()));
      looks++;
      if (looks > TOO_MANY_LOOKS) {
        throw new AssertionError("line " + next.get() + " is looked at without an end");
      }
    }
    clock.advanceTo(end);
    return looks;
  }

  /** How often the process died in a look. */
  public int crashes() {
    return crashes;
  }

  private Optional<PhoneNumber> dueBy(Instant end) {
    return operations.nextDue().filter(line -> !operations.dueAt(line).orElseThrow().isAfter(end));
  }

  private void look(LineClaim claim) {
    try {
      operations.complete(claim, work.work(claim));
    } catch (LostLineException stop) {
      // the newer claim's holder goes on
    } catch (StoreException failed) {
      operations.takeOver(claim, clock.instant().plus(STORE_RETRY));
    } catch (SimulatedCrash crash) {
      crashes++;
      operations.takeOver(claim, clock.instant().plus(JobRunner.TAKEOVER));
    }
  }
}
