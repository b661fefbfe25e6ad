package dev.kaitsu.wiring;

import dev.kaitsu.domain.health.HealthJudge;
import dev.kaitsu.domain.health.PlannedCheck;
import dev.kaitsu.model.CallTally;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.port.out.CallTallies;
import dev.kaitsu.port.out.HealthBook;
import dev.kaitsu.port.out.Holds;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How the systems around us do, as the checks of all nodes found it: quick, and at most two seconds
 * old. While the database does not answer, nothing is known of them.
 */
public final class HealthView {
  private final List<PlannedCheck> checks;
  private final LatestFigures<Figures> figures;

  /** What the database tells, read in one go. */
  private record Figures(
      List<HealthStanding> standings, Map<String, CallTally> calls, Optional<SystemHold> hold) {}

  HealthView(
      List<PlannedCheck> checks,
      HealthBook book,
      CallTallies tallies,
      Holds holds,
      Executor beside,
      InstantSource clock) {
    this.checks = List.copyOf(checks);
    this.figures =
        new LatestFigures<>(
            () -> new Figures(book.standings(), tallies.recent(), holds.current()), beside, clock);
  }

  /** Every system that is checked here; one that is switched off is not among them. */
  public List<SystemStatus> systems() {
    var now = figures.now().orElseGet(() -> new Figures(List.of(), Map.of(), Optional.empty()));
    return checks.stream().map(check -> judged(check, now)).toList();
  }

  /** One of them; empty if it is switched off. */
  public Optional<SystemStatus> system(String name) {
    return systems().stream().filter(each -> each.system().equals(name)).findFirst();
  }

  /** The names of all that are checked here. */
  public List<String> names() {
    return checks.stream().map(PlannedCheck::system).toList();
  }

  private static SystemStatus judged(PlannedCheck check, Figures now) {
    var standing =
        now.standings().stream()
            .filter(each -> each.last().system().equals(check.system()))
            .findFirst();
    var calls = now.calls().getOrDefault(check.system(), CallTally.NONE);
    return HealthJudge.judge(check, standing, calls, now.hold());
  }
}
