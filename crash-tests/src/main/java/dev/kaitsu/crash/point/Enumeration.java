package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Violation;
import dev.kaitsu.crash.world.Call;
import java.util.ArrayList;
import java.util.List;

/** Tries stops at every point of a story's path, once or one after another, and counts. */
final class Enumeration {
  /** A stop at a kind of call, as a row of the matrix counts it. */
  record Spot(Stop stop, Call call) {}

  private final Tally<Spot> spots = new Tally<>();
  private final Tally<Story> stories = new Tally<>();
  private final List<Violation> violations = new ArrayList<>();
  private long singles;
  private long pairs;

  /** Undisturbed, then stopped once at each point in each way. */
  void singles(Story story) {
    var path = run(story, Stopping.NONE).pathAfter();
    for (int call = 1; call <= path.size(); call++) {
      for (Stop stop : Stop.at(path.get(call - 1)).toList()) {
        single(story, call, stop, path);
      }
    }
  }

  /** Stopped at each point in each of these ways, then at each later one in each of those. */
  void pairs(Story story, List<Stop> first, List<Stop> second) {
    var path = StoppedRun.of(story, Stopping.NONE).pathAfter();
    for (int call = 1; call <= path.size(); call++) {
      for (Stop stop : first) {
        if (stop.fits(path.get(call - 1))) {
          pairsAfter(story, Stopping.at(call, stop), second);
        }
      }
    }
  }

  Tally<Spot> spots() {
    return spots;
  }

  Tally<Story> stories() {
    return stories;
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  long singles() {
    return singles;
  }

  long pairs() {
    return pairs;
  }

  private void single(Story story, int call, Stop stop, List<Call> path) {
    var run = run(story, Stopping.at(call, stop));
    spots.add(new Spot(stop, path.get(call - 1)), run.broken().isPresent());
    singles++;
  }

  private void pairsAfter(Story story, Stopping first, List<Stop> second) {
    var path = StoppedRun.of(story, first).pathAfter();
    for (int call = 1; call <= path.size(); call++) {
      for (Stop stop : second) {
        if (stop.fits(path.get(call - 1))) {
          run(story, first.then(call, stop));
          pairs++;
        }
      }
    }
  }

  private StoppedRun run(Story story, Stopping stopping) {
    var run = StoppedRun.of(story, stopping);
    stories.add(story, run.broken().isPresent());
    run.broken().ifPresent(violations::add);
    if (!run.reached()) {
      violations.add(
          new Violation("%s; %s: a stop was not reached".formatted(story, stopping), List.of()));
    }
    return run;
  }
}
