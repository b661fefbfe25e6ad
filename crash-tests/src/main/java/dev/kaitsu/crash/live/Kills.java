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

  private final List<ServerProcess> nodes = new ArrayList<>();
  private double slowest;
  private int struck;

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public int trials() {
    return 50;
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

  private static Moment moment(int number) {
    return Moment.ALL.get(number % Moment.ALL.size());
  }

  private void trial(Scene scene, Moment moment, Tally tally)
      throws IOException, InterruptedException {
    var victim = nodes.remove(0);
    var trial = scene.begin();
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
    return result.seconds() <= limit.toSeconds()
        ? List.of()
        : List.of("an order ended %.1f s after the kill".formatted(result.seconds()));
  }

  private static Seen seen(Moment moment) {
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
