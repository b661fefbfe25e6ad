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
import java.util.concurrent.TimeUnit;

/** PostgreSQL goes away, in good order or as in a power cut, and comes back. */
final class DatabaseRestarts implements Series {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final long LONG_MS = 15_000;
  private static final Seen SEEN =
      new Seen(
          "waits, and goes on when it is back",
          "one order, accepted once",
          "Activating, then Activated",
          "`/health/ready` is 503 meanwhile; warnings, no stack traces");
  private static final List<Away> WAYS =
      List.of(
          new Away("STOP", "PostgreSQL is stopped (fast) and started", 0),
          new Away("KILL", "PostgreSQL is stopped as by a power cut (immediate) and started", 0),
          new Away("STOP", "PostgreSQL is away for longer than a takeover", LONG_MS));

  private record Away(String act, String words, long millis) {}

  @Override
  public String name() {
    return "restarts";
  }

  @Override
  public int trials() {
    return 3;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    try (var one = scene.serve(Map.of());
        var other = scene.serve(Map.of())) {
      for (int i = 0; i < trials; i++) {
        trial(scene, WAYS.get(i % WAYS.size()), List.of(one, other), tally);
      }
    }
  }

  private static void trial(Scene scene, Away away, List<ServerProcess> nodes, Tally tally)
      throws IOException, InterruptedException {
    var broken = new ArrayList<String>();
    var trial = scene.begin();
    scene.holdAt(nodes.get(0), Moment.ANY);
    trial.strike();
    scene.control().postgres(away.act());
    for (ServerProcess node : nodes) {
      if (!Patience.within(SOON, () -> node.status("/health/ready") == 503)) {
        broken.add("a node says that it is ready without a database");
      }
      if (node.status("/health/live") != 200) {
        broken.add("a node does not live without a database");
      }
    }
    TimeUnit.MILLISECONDS.sleep(away.millis());
    scene.control().postgres("START");
    if (!Patience.within(SOON, () -> ConnectionCuts.areReady(nodes))) {
      broken.add("a node is not ready again after " + SOON);
    }
    scene.control().noLatency();
    trial.awaitOver();
    tally.count(
        new Tally.Kind(away.words(), Moment.ANY.words(), SEEN), trial.end(Set.of()), broken);
  }
}
