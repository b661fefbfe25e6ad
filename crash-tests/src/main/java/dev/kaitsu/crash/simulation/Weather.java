package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.port.in.HoldReview;
import java.time.Duration;
import java.util.Optional;

/** What befalls nodes and systems as a whole: looked at once a minute. */
final class Weather {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration REVIEW_EVERY = Duration.ofSeconds(2);

  private final Turns turns;
  private final Luck luck;
  private final Engine engine;
  private final CallFaults faults;
  private final Fakes fakes;
  private final HoldReview review;

  Weather(Turns turns, Luck luck, Engine engine, CallFaults faults, Fakes fakes) {
    this.turns = turns;
    this.luck = luck;
    this.engine = engine;
    this.faults = faults;
    this.fakes = fakes;
    this.review = fakes.reviewOfWhmcs(this::problemOfWhmcs);
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
      sometime(this::whmcsGoesAway);
    }
    if (luck.strikes(Fault.SALESFORCE_OUTAGE)) {
      sometime(() -> isAway(Fault.SALESFORCE_OUTAGE, someMinutes()));
    }
  }

  /** Found down or not: that depends on how many calls fail in a row. */
  private void whmcsGoesAway() {
    isAway(Fault.WHMCS_OUTAGE, someMinutes());
    if (luck.between(1, 2) == 1) {
      fakes.holds.down(Fakes.WHMCS, "away");
      turns.after(REVIEW_EVERY, this::reviewWhmcs);
    }
  }

  private void reviewWhmcs() {
    review.review();
    engine.pumpAt(turns.now());
    if (fakes.holds.current().isPresent()) {
      turns.after(REVIEW_EVERY, this::reviewWhmcs);
    }
  }

  private Optional<String> problemOfWhmcs() {
    return faults.isAway(Fault.WHMCS_OUTAGE, turns.now()) ? Optional.of("away") : Optional.empty();
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
