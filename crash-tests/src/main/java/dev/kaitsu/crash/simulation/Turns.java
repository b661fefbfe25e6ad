package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Who goes next, by virtual time: one fiber runs, all others wait for their turn. Whoever goes to
 * sleep hands over to whoever wakes up first; among equals to who was first to say so.
 */
final class Turns {
  private record Event(
      Instant at, long number, Optional<Fiber> fiber, long sleep, Runnable action) {}

  private final SettableClock clock;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private long numbers;
  private volatile boolean over;

  Turns(SettableClock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Something that takes no time happens then, on whichever thread has the turn. */
  void at(Instant time, Runnable action) {
    add(time, Optional.empty(), 0, action);
  }

  void after(Duration delay, Runnable action) {
    at(now().plus(delay), action);
  }

  /** The calling fiber sleeps so long, unless it is woken up before. */
  void sleep(Fiber me, Duration duration) {
    sleepUntil(me, now().plus(duration));
  }

  void sleepUntil(Fiber me, Instant time) {
    add(time, Optional.of(me), me.nextSleep(), Turns::nothing);
    handOver(me);
  }

  /** The calling fiber sleeps until somebody wakes it up. */
  void sleepUntilWoken(Fiber me) {
    me.nextSleep();
    handOver(me);
  }

  /** A sleeping fiber's next turn is now, or right after those who were first. */
  void wakeUp(Fiber fiber) {
    add(now(), Optional.of(fiber), fiber.currentSleep(), Turns::nothing);
  }

  /** Nobody has a turn any more; to be called by the one who has it. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  private void add(Instant time, Optional<Fiber> fiber, long sleep, Runnable action) {
    events.add(new Event(time, ++numbers, fiber, sleep, action));
  }

  private static void nothing() {}

  private void handOver(Fiber me) {
    while (true) {
      var next = events.remove();
      clock.advanceTo(next.at());
      if (next.fiber().isEmpty()) {
        next.action().run();
      } else if (next.fiber().get().isIn(next.sleep())) {
        var fiber = next.fiber().get();
        fiber.nextSleep(); // a second wake-up for the same sleep finds it awake
        if (fiber == me) {
          return;
        }
        fiber.wake();
        me.awaitTurn();
        if (over) {
          throw new ProcessDeath("with its world");
        }
        return;
      }
    }
  }
}
