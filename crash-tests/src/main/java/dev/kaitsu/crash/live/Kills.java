package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** SIGKILL of a node that works on orders: one of two, or the only one. */
final class Kills implements Series {
  private static final Duration TAKEOVER = Duration.ofSeconds(20);
  private static final int ONE_ALONE_IN = 5;

  /** What Freebit takes for a line, and the wait for it. */
  private static final Duration SETTING_UP = Duration.ofSeconds(10);

  private final String name;
  private final int trials;
  private final List<Moment> moments;
  private final boolean sims;
  private final List<ServerProcess> nodes = new ArrayList<>();
  private double slowest;
  private int struck;

  private Kills(String name, int trials, List<Moment> moments, boolean sims) {
    this.name = name;
    this.trials = trials;
    this.moments = moments;
    this.sims = sims;
  }

  static Kills ofPlainOrders() {
    return new Kills("kills", 50, Moment.ALL, false);
  }

  static Kills ofSimOrders() {
    return new Kills("sim-kills", 14, Moment.OF_SIMS, true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int trials() {
    return trials;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    int alone = (trials + ONE_ALONE_IN - 1) / ONE_ALONE_IN;
    nodes.add(scene.serve(Map.of()));
    for (int i = 0; i < alone; i++) {
      trial(scene, moment(i * 3), tally);
    }
    nodes.add(scene.serve(Map.of()));
    for (int i = 0; i < trials - alone; i++) {
      trial(scene, moment(i), tally);
    }
    nodes.forEach(ServerProcess::close);
    tally.remark("%d orders in the hands of killed nodes".formatted(struck));
    tally.remark(
        String.format(Locale.ROOT, "slowest takeover without doubt after %.1f s", slowest));
  }

  private Moment moment(int number) {
    return moments.get(number % moments.size());
  }

  private void trial(Scene scene, Moment moment, Tally tally)
      throws IOException, InterruptedException {
    var victim = nodes.remove(0);
    var trial = sims ? scene.beginSims() : scene.begin();
    scene.holdAt(victim, moment);
    trial.strike();
    victim.kill();
    struck += ServerLog.read(victim.output()).inWork().size();
    scene.control().noLatency();
    var what =
        nodes.isEmpty() ? "the only node is killed and restarted" : "one of two nodes is killed";
    nodes.add(scene.serve(Map.of()));
    trial.awaitOver();
    var result = trial.end(moment.mayFailWith());
    tally.count(new Tally.Kind(what, moment.words(), seen(moment)), result, late(moment, result));
  }

  private List<String> late(Moment moment, Trial.Result result) {
    if (!moment.leavesDoubt()) {
      slowest = Math.max(slowest, result.seconds());
    }
    var limit = moment.leavesDoubt() ? TAKEOVER.plus(Scene.LOOK_WINDOW.multipliedBy(2)) : TAKEOVER;
    if (sims) {
      limit = limit.plus(SETTING_UP);
    }
    return result.seconds() <= limit.toSeconds()
        ? List.of()
        : List.of("an order ended %.1f s after the kill".formatted(result.seconds()));
  }

  private Seen seen(Moment moment) {
    if (sims) {
      return new Seen(
          "taken over; its SIM is looked for before anything is sent again",
          "one order, accepted once; Freebit activated its line once",
          "Activating, then Activated",
          "nothing to do");
    }
    return moment.leavesDoubt()
        ? new Seen(
            "taken over; billed once the look window has closed",
            "one order, accepted once",
            "Activating, then Activated",
            "nothing to do")
        : new Seen(
            "taken over within 20 s; goes on where it was",
            "one order, accepted once",
            "Activating, then Activated",
            "nothing to do");
  }
}
