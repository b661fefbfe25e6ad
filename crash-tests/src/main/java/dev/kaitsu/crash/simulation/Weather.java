package dev.kaitsu.crash.simulation;

import java.time.Duration;

/** What befalls nodes and systems as a whole: looked at once a minute. */
final class Weather {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Turns turns;
  private final Luck luck;
  private final Engine engine;
  private final CallFaults faults;

  Weather(Turns turns, Luck luck, Engine engine, CallFaults faults) {
    this.turns = turns;
    this.luck = luck;
    this.engine = engine;
    this.faults = faults;
  }

  void changes() {
    if (luck.strikes(Fault.PROCESS_KILLED)) {
      sometime(() -> engine.crash(luck.oneOf(engine.nodes())));
    }
    if (luck.strikes(Fault.NODE_FREEZES)) {
      var duration = luck.between(SECOND, Duration.ofMinutes(2));
      sometime(() -> engine.freeze(luck.oneOf(engine.nodes()), duration));
    }
    if (luck.strikes(Fault.ALL_NODES_FREEZE)) {
      var duration = luck.between(Duration.ofMinutes(5), Duration.ofMinutes(30));
      sometime(() -> engine.nodes().forEach(node -> engine.freeze(node, duration)));
    }
    if (luck.strikes(Fault.NODE_SHUTDOWN)) {
      sometime(() -> engine.stop(luck.oneOf(engine.nodes())));
    }
    if (luck.strikes(Fault.STORE_OUTAGE)) {
      sometime(() -> isAway(Fault.STORE_OUTAGE, luck.between(SECOND, Duration.ofMinutes(2))));
    }
    if (luck.strikes(Fault.WHMCS_OUTAGE)) {
      sometime(() -> isAway(Fault.WHMCS_OUTAGE, someMinutes()));
    }
    if (luck.strikes(Fault.SALESFORCE_OUTAGE)) {
      sometime(() -> isAway(Fault.SALESFORCE_OUTAGE, someMinutes()));
    }
  }

  private void isAway(Fault system, Duration duration) {
    faults.awayUntil(system, turns.now().plus(duration));
  }

  private Duration someMinutes() {
    return luck.between(Duration.ofSeconds(10), Duration.ofMinutes(5));
  }

  private void sometime(Runnable befalls) {
    turns.after(
        luck.upTo(Duration.ofMinutes(1)),
        () -> {
          if (!luck.isCalm()) {
            befalls.run();
          }
        });
  }
}
