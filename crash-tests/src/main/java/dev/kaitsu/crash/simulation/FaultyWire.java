package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.simulation.CallFault.Way;
import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Call.Kind;
import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.crash.world.Wire;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One worker's way to everything outside. A call takes time to get there, has its effect, and takes
 * time to come back; meanwhile everybody else goes on, and the seed says what goes wrong.
 */
final class FaultyWire implements Wire {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
  private static final Duration TIME_OUT = Duration.ofSeconds(60);
  private static final Duration LONGEST_FREEZE = Duration.ofMinutes(20);
  private static final double ARRIVES_THOUGH_SENDER_IS_GONE = 0.6;

  private enum Death {
    BEFORE,
    DURING,
    AFTER
  }

  private final Worker worker;
  private final Engine engine;
  private final CallFaults faults;
  private final Luck luck;
  private final Turns turns;

  FaultyWire(Worker worker, Engine engine, CallFaults faults, Luck luck, Turns turns) {
    this.worker = worker;
    this.engine = engine;
    this.faults = faults;
    this.luck = luck;
    this.turns = turns;
  }

  @Override
  public <T> T carry(Call call, Supplier<T> effect) {
    engine.begins(worker, call);
    if (!call.kind().isStore() && Thread.currentThread().isInterrupted()) {
      throw ExternalCallException.unavailable(FailureCode.ECONNRESET, "this process stops");
    }
    boolean dies = luck.strikes(Fault.PROCESS_CRASH);
    var death = Death.values()[dies ? luck.below(Death.values().length) : 0];
    if (dies && death == Death.BEFORE) {
      throw deathIn(call);
    }
    var fault = faults.on(call, turns.now());
    if (fault.is(Way.REFUSED)) {
      comeBack(call);
      throw fault.exception();
    }
    goThere(call, fault, effect, dies && death == Death.DURING);
    if (fault.is(Way.REQUEST_LOST)) {
      fault.late().ifPresent(delay -> turns.after(delay, () -> engine.unheard(effect)));
      hearNothing(call);
      throw fault.exception();
    }
    T answer = answerOf(call, effect);
    if (dies) {
      throw deathIn(call);
    }
    if (fault.is(Way.ANSWER_LOST)) {
      hearNothing(call);
      throw fault.exception();
    }
    freezeAfter(call);
    comeBack(call);
    return answer;
  }

  /** Until the other side acts. What was sent by then may have its effect without its sender. */
  private void goThere(Call call, CallFault fault, Supplier<?> effect, boolean dies) {
    var duration = fault.isSlow() ? luck.upTo(LONGEST_CALL) : latency(call);
    var arrival = turns.now().plus(duration);
    if (!dies) {
      turns.sleep(worker.fiber(), duration);
    }
    if (dies || worker.isDoomed() || (worker.isCutShort() && !call.kind().isStore())) {
      if (luck.chance(ARRIVES_THOUGH_SENDER_IS_GONE) && !fault.is(Way.REQUEST_LOST)) {
        turns.at(arrival, () -> engine.unheard(effect));
      }
      if (dies) {
        throw deathIn(call);
      }
      hear(call);
    }
  }

  private <T> T answerOf(Call call, Supplier<T> effect) {
    try {
      engine.arrives(worker, call);
      T answer = effect.get();
      engine.succeeded(worker, call);
      return answer;
    } catch (RuntimeException told) {
      comeBack(call);
      throw told;
    }
  }

  private void freezeAfter(Call call) {
    if (call.kind() == Kind.STORE_WRITE && luck.strikes(Fault.FREEZE_AT_WRITE)) {
      boolean forLong = luck.chance(0.2);
      engine.freeze(
          worker.node(),
          forLong
              ? luck.upTo(LONGEST_FREEZE)
              : luck.between(Duration.ofSeconds(1), Duration.ofSeconds(40)));
    }
  }

  private void hearNothing(Call call) {
    turns.sleep(worker.fiber(), call.kind().isStore() ? latency(call) : luck.upTo(TIME_OUT));
    hear(call);
  }

  private void comeBack(Call call) {
    turns.sleep(worker.fiber(), latency(call));
    hear(call);
  }

  /** The node has an answer, or none, once it is awake. */
  private void hear(Call call) {
    while (!worker.isDoomed() && worker.node().isFrozen(turns.now())) {
      turns.sleepUntil(worker.fiber(), worker.node().frozenUntil());
    }
    if (worker.isDoomed()) {
      throw new ProcessDeath("in " + call);
    }
    if (worker.isCutShort() && !call.kind().isStore()) {
      throw ExternalCallException.outcomeUnknown(FailureCode.ECONNRESET, "this process stops");
    }
  }

  private ProcessDeath deathIn(Call call) {
    engine.crash(worker.node());
    return new ProcessDeath("in " + call);
  }

  private Duration latency(Call call) {
    return Duration.ofMillis(call.kind().isStore() ? luck.between(0, 4) : luck.between(5, 200));
  }
}
