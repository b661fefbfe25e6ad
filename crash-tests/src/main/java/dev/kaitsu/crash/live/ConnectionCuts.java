package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every connection to PostgreSQL is broken at once, by PostgreSQL. */
final class ConnectionCuts implements Series {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<Moment> MOMENTS =
      List.of(
          Moment.ANY,
          Moment.PAYMENT_METHOD,
          Moment.ADD_ORDER_BEFORE_COMMIT,
          Moment.ACCEPT_BEFORE_COMMIT,
          Moment.WRITE_BEFORE_COMMIT);
  private static final Seen SEEN =
      new Seen(
          "its look goes on, or another one follows",
          "one order, accepted once",
          "Activating, then Activated",
          "ready all the time, or again at once");

  @Override
  public String name() {
    return "cuts";
  }

  @Override
  public int trials() {
    return 25;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    try (var one = scene.serve(Map.of());
        var other = scene.serve(Map.of())) {
      for (int i = 0; i < trials; i++) {
        trial(scene, MOMENTS.get(i % MOMENTS.size()), List.of(one, other), tally);
      }
    }
  }

  private static void trial(Scene scene, Moment moment, List<ServerProcess> nodes, Tally tally)
      throws IOException, InterruptedException {
    var trial = scene.begin();
    scene.holdAt(nodes.get(0), moment);
    trial.strike();
    scene.control().postgres("CUT");
    scene.control().noLatency();
    boolean ready = Patience.within(SOON, () -> areReady(nodes));
    trial.awaitOver();
    tally.count(
        new Tally.Kind("all connections to PostgreSQL are broken", moment.words(), SEEN),
        trial.end(Set.of()),
        ready ? List.of() : List.of("a node is not ready again after " + SOON));
  }

  static boolean areReady(List<ServerProcess> nodes) throws IOException, InterruptedException {
    for (ServerProcess node : nodes) {
      if (node.status("/health/ready") != 200) {
        return false;
      }
    }
    return true;
  }
}
