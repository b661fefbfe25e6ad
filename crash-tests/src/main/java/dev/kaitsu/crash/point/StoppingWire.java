package dev.kaitsu.crash.point;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.crash.world.Wire;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the calls and cuts short those that are to be stopped. */
final class StoppingWire implements Wire {
  private final PointWorld world;
  private final Deque<Stopping.Point> ahead = new ArrayDeque<>();
  private final List<Call> path = new ArrayList<>();
  private boolean armed;
  private Instant lastCreateSentAt = Instant.EPOCH;
  private Optional<Call> poison = Optional.empty();

  StoppingWire(PointWorld world) {
    this.world = world;
  }

  /** From here on calls count. */
  void arm(Stopping stopping) {
    ahead.addAll(stopping.points());
    armed = true;
  }

  /** The calls since the last stop, or since the start if there was none. */
  List<Call> path() {
    return List.copyOf(path);
  }

  /** Whether a stop was not reached. */
  boolean isPending() {
    return !ahead.isEmpty();
  }

  Instant lastCreateSentAt() {
    return lastCreateSentAt;
  }

  /** What killed every look no longer does; whether there was such a thing. */
  boolean antidote() {
    boolean poisoned = poison.isPresent();
    poison = Optional.empty();
    return poisoned;
  }

  @Override
  public <T> T carry(Call call, Supplier<T> effect) {
    if (!armed) {
      return effect.get();
    }
    if (call == Call.CREATE) {
      lastCreateSentAt = world.fakes.clock.instant();
    }
    if (poison.filter(call::equals).isPresent()) {
      throw new ProcessDeath("at each " + call);
    }
    path.add(call);
    var next = ahead.peek();
    if (next == null || next.call() != path.size()) {
      return guarded(call, effect);
    }
    ahead.remove();
    path.clear();
    return stopped(call, next.stop(), effect);
  }

  private <T> T stopped(Call call, Stop stop, Supplier<T> effect) {
    switch (stop) {
      case DIES_BEFORE -> throw new ProcessDeath("before " + call);
      case DIES_AFTER -> {
        guarded(call, effect);
        throw new ProcessDeath("after " + call);
      }
      case DIES_DURING, DIES_DURING_LANDS_AFTER_LOOK, DIES_DURING_LANDS_LAST -> {
        world.requireNewestClaim(call);
        world.later(stop.lands(), () -> land(effect));
        throw new ProcessDeath("during " + call);
      }
      case DIES_EVERY_TIME -> {
        poison = Optional.of(call);
        throw new ProcessDeath("at each " + call);
      }
      case STORE_FAILS -> throw away("failed");
      case ANSWER_LOST -> {
        guarded(call, effect);
        throw away("lost its answer");
      }
      default -> {
        return frozen(call, stop, effect);
      }
    }
  }

  private <T> T frozen(Call call, Stop stop, Supplier<T> effect) {
    if (stop.isBefore()) {
      world.freeze(stop.untilAllEnded());
      return guarded(call, effect);
    }
    T answer;
    try {
      answer = guarded(call, effect);
    } catch (RuntimeException bad) {
      world.freeze(stop.untilAllEnded());
      throw bad;
    }
    world.freeze(stop.untilAllEnded());
    return answer;
  }

  /** A fenced claim that still changes something outside is what all this is there to find. */
  private <T> T guarded(Call call, Supplier<T> effect) {
    if (call.kind() == Call.Kind.ACT) {
      world.requireNewestClaim(call);
    }
    return effect.get();
  }

  private static <T> T land(Supplier<T> effect) {
    return effect.get();
  }

  private static StoreException away(String how) {
    return new StoreException("the store " + how, new IOException("connection lost"));
  }
}
