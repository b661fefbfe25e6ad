package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deploy: one node after the other is ended by SIGTERM and replaced, under load. */
final class RollingRestarts implements Series {
  /** Shorter than what is held, so that orders are handed over. */
  private static final Map<String, String> SETTINGS = Map.of("KAITSU_DRAIN_TIME", "1s");

  /** Twice the drain time, as the runbook asks for, and some for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(2 + 4);

  /** What a JVM ends with after SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  private static final List<Moment> MOMENTS =
      List.of(
          Moment.ANY,
          Moment.PAYMENT_METHOD,
          Moment.ADD_ORDER_BEFORE_COMMIT,
          Moment.ADD_ORDER_AFTER_COMMIT,
          Moment.ACCEPT_BEFORE_COMMIT,
          Moment.WRITE_BEFORE_COMMIT);
  private static final Seen SEEN =
      new Seen(
          "finishes within the drain time, or is handed over",
          "one order, accepted once",
          "Activating, then Activated",
          "the process ends in time; nothing to do");

  private final Deque<ServerProcess> nodes = new ArrayDeque<>();
  private int handedOver;

  @Override
  public String name() {
    return "rolling";
  }

  @Override
  public int trials() {
    return 10;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    nodes.add(scene.serve(SETTINGS));
    nodes.add(scene.serve(SETTINGS));
    for (int i = 0; i < trials; i++) {
      trial(scene, MOMENTS.get(i % MOMENTS.size()), tally);
    }
    nodes.forEach(ServerProcess::close);
    tally.remark("%d orders handed over by nodes that were replaced".formatted(handedOver));
  }

  private void trial(Scene scene, Moment moment, Tally tally)
      throws IOException, InterruptedException {
    var broken = new ArrayList<String>();
    var trial = scene.begin();
    for (int i = 0; i < 2; i++) {
      replace(nodes.removeFirst(), scene, trial, moment).ifPresent(broken::add);
      nodes.addLast(scene.serve(SETTINGS));
    }
    trial.awaitOver();
    tally.count(
        new Tally.Kind("both nodes are replaced, one after the other", moment.words(), SEEN),
        trial.end(Set.of()),
        broken);
  }

  private Optional<String> replace(ServerProcess victim, Scene scene, Trial trial, Moment moment)
      throws IOException, InterruptedException {
    scene.holdAt(victim, moment);
    trial.strike();
    var held = ServerLog.read(victim.output()).inWork();
    victim.terminate();
    var code = victim.exitCode(PATIENCE);
    scene.control().noLatency();
    held.removeAll(ServerLog.read(victim.output()).told("Provisioning job completed"));
    handedOver += held.size();
    if (code.isEmpty()) {
      return Optional.of("a node runs on %s after SIGTERM".formatted(PATIENCE));
    }
    return code.getAsInt() == TERMINATED
        ? Optional.empty()
        : Optional.of("a node ended with %d after SIGTERM".formatted(code.getAsInt()));
  }
}
