package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Redis goes away, forgets, or does not answer. */
final class RedisTroubles implements Series {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Orders that must end while the trouble lasts. */
  private static final int GO_ON = 20;

  private static final Seen SEEN =
      new Seen(
          "goes on without it",
          "one order, accepted once",
          "Activating, then Activated",
          "ready; `/health` is degraded while it is away");
  private static final List<Trouble> TROUBLES =
      List.of(
          new Trouble("STOP", "START", "Redis is stopped"),
          new Trouble("FLUSH", "FLUSH", "Redis is flushed"),
          new Trouble("START", "FLUSH", "Redis is restarted empty"),
          new Trouble("FREEZE", "RESUME", "Redis is frozen: connected, without answers"));

  private record Trouble(String act, String mend, String words) {}

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public int trials() {
    return 12;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    try (var one = scene.serve(Map.of());
        var other = scene.serve(Map.of())) {
      for (int i = 0; i < trials; i++) {
        trial(scene, TROUBLES.get(i % TROUBLES.size()), List.of(one, other), tally);
      }
    }
  }

  private static void trial(Scene scene, Trouble trouble, List<ServerProcess> nodes, Tally tally)
      throws IOException, InterruptedException {
    var broken = new ArrayList<String>();
    var trial = scene.begin();
    scene.holdAt(nodes.get(0), Moment.ANY);
    trial.strike();
    scene.control().redis(trouble.act());
    if (!Patience.within(SOON, () -> trial.endedSince() >= GO_ON)) {
      broken.add("orders do not go on");
    }
    if (!ConnectionCuts.areReady(nodes)) {
      broken.add("a node is not ready although its database is there");
    }
    scene.control().redis(trouble.mend());
    scene.control().noLatency();
    trial.awaitOver();
    tally.count(
        new Tally.Kind(trouble.words(), Moment.ANY.words(), SEEN), trial.end(Set.of()), broken);
  }
}
