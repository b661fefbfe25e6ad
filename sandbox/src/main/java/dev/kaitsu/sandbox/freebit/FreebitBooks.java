package dev.kaitsu.sandbox.freebit;

import dev.kaitsu.sandbox.freebit.FreebitLine.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lines, stock, locks, and what was taken and waits for its time. */
public final class FreebitBooks {
  private record Pending(Instant due, Runnable effect) {}

  private final InstantSource clock;
  private final Map<String, FreebitLine> lines = new TreeMap<>();
  private final Map<String, Instant> lockedUntil = new HashMap<>();
  private List<Pending> pending = new ArrayList<>();

  FreebitBooks(InstantSource clock) {
    this.clock = clock;
  }

  /** A SIM card with this number is in stock. */
  public synchronized void stocks(String account) {
    lines.put(account, new FreebitLine(account, State.TEMPORARY));
  }

  /** A line in service, from a time nobody here remembers. */
  public synchronized void hasLine(String account, String planCode) {
    var line = new FreebitLine(account, State.ACTIVE);
    line.planCode = planCode;
    lines.put(account, line);
  }

  /** Staff ends a line. */
  public synchronized void ends(String account) {
    known(account).state = State.OBSOLETE;
  }

  /** A change that somebody else asked for locks the line. */
  public synchronized void locks(String account, Duration time) {
    lockedUntil.put(account, clock.instant().plus(time));
  }

  /** Applies at once what was taken and waits, and unlocks what it locked. */
  public synchronized void applyPending() {
    apply(Instant.MAX);
  }

  /** Whether the line is in service by now. */
  public synchronized boolean isActive(String account) {
    apply(clock.instant());
    var line = lines.get(account);
    return line != null && line.state == State.ACTIVE;
  }

  /** The codes of the data that was added to the line. */
  public synchronized List<String> quotaCodes(String account) {
    return known(account).quotas.stream().map(FreebitLine.Quota::code).toList();
  }

  synchronized Map<String, String> states() {
    apply(clock.instant());
    var states = new TreeMap<String, String>();
    lines.forEach((account, line) -> states.put(account, line.state.word()));
    return states;
  }

  Instant now() {
    return clock.instant();
  }

  /** Runs with everything applied that is due, and the line unlocked. */
  synchronized <T> T with(String account, java.util.function.Supplier<T> work) {
    apply(clock.instant());
    if (lockedUntil.getOrDefault(account, Instant.MIN).isAfter(clock.instant())) {
      throw FreebitRefusal.locked();
    }
    return work.get();
  }

  synchronized void later(Instant due, Runnable effect) {
    pending.add(new Pending(due, effect));
  }

  synchronized void unlock(String account) {
    lockedUntil.remove(account);
  }

  synchronized Optional<FreebitLine> find(String account) {
    return Optional.ofNullable(lines.get(account));
  }

  /** The line, be it only in stock. */
  synchronized FreebitLine known(String account) {
    return find(account).orElseThrow(FreebitRefusal::absent);
  }

  synchronized FreebitLine inService(String account) {
    var line = known(account);
    if (line.state == State.TEMPORARY) {
      throw FreebitRefusal.absent();
    }
    if (line.state == State.OBSOLETE) {
      throw new FreebitRefusal("400", "310", "解約済みの回線です。");
    }
    return line;
  }

  synchronized FreebitLine opened(String account) {
    return lines.computeIfAbsent(account, number -> new FreebitLine(number, State.TEMPORARY));
  }

  private void apply(Instant now) {
    var all = pending;
    pending = new ArrayList<>();
    for (var each : all) {
      if (each.due().isAfter(now)) {
        pending.add(each);
      } else {
        each.effect().run();
      }
    }
  }
}
