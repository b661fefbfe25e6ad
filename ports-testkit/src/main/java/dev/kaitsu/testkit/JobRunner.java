package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks at orders as the engine does, one after the other on the virtual clock: first the one that
 * is due first. A crash frees the order after the takeover time, a failed store after a second.
 */
public final class JobRunner {
  /** How long after a crash another node takes the order over. */
  public static final Duration TAKEOVER = Duration.ofSeconds(10);

  private static final Duration STORE_RETRY = Duration.ofSeconds(1);
  private static final int TOO_MANY_LOOKS = 10_000;

  private final OrderWork work;
  private final InMemoryStore store;
  private final SettableClock clock;
  private int crashes;

  public JobRunner(OrderWork work, InMemoryStore store, SettableClock clock) {
    this.work = work;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Does every look that is due now, and those that become due by them.
   *
   * @return how many looks there were
   */
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
      clock.advanceTo(store.dueAt(next.get()).orElseThrow());
      look(next.get());
      looks++;
      if (looks > TOO_MANY_LOOKS) {
        throw new AssertionError("order " + next.get() + " is looked at without an end");
      }
    }
    clock.advanceTo(end);
    return looks;
  }

  /** How often the process died in a look. */
  public int crashes() {
    return crashes;
  }

  private Optional<OrderId> dueBy(Instant end) {
    return store.nextDue().filter(order -> !store.dueAt(order).orElseThrow().isAfter(end));
  }

  private void look(OrderId order) {
    var claim = store.claim(order);
    try {
      store.complete(claim, work.work(claim));
    } catch (LostClaimException stop) {
      // the newer claim's holder goes on
    } catch (StoreException failed) {
      store.giveBack(claim, clock.instant().plus(STORE_RETRY));
    } catch (SimulatedCrash crash) {
      crashes++;
      store.takeOver(claim, clock.instant().plus(TAKEOVER));
    }
  }
}
