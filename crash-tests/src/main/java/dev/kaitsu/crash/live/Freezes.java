package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** SIGSTOP of a node for longer than a takeover, then SIGCONT. */
final class Freezes implements Series {
  private static final Map<String, String> SETTINGS = Map.of("KAITSU_TAKEOVER_AFTER", "4s");

  /** Above 1.2 times the setting, so that everything it held belongs to the other one. */
  private static final long FROZEN_MS = 6000;

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<Moment> MOMENTS =
      List.of(
          Moment.PAYMENT_METHOD,
          Moment.ADD_ORDER_BEFORE_COMMIT,
          Moment.ADD_ORDER_AFTER_COMMIT,
          Moment.ACCEPT_BEFORE_COMMIT,
          Moment.WRITE_BEFORE_COMMIT,
          Moment.ANY);
  private static final Seen SEEN =
      new Seen(
          "taken over by the other node; the late one lets go",
          "one order, accepted once; nothing changes when the late one wakes",
          "Activating, then Activated; nothing changes when the late one wakes",
          "\"was taken over\" in the log of the late one");

  private final Deque<ServerProcess> nodes = new ArrayDeque<>();
  private int lettingGo;

  @Override
  public String name() {
    return "freezes";
  }

  @Override
  public int trials() {
    return 25;
  }

  @Override
  public void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException {
    nodes.add(scene.serve(SETTINGS));
    nodes.add(scene.serve(SETTINGS));
    for (int i = 0; i < trials; i++) {
      trial(scene, MOMENTS.get(i % MOMENTS.size()), tally);
    }
    nodes.forEach(ServerProcess::close);
    tally.remark("%d orders that a frozen node let go of when it woke".formatted(lettingGo));
  }

  private void trial(Scene scene, Moment moment, Tally tally)
      throws IOException, InterruptedException {
    var victim = nodes.removeFirst();
    nodes.addLast(victim);
    var trial = scene.begin();
    scene.holdAt(victim, moment);
    trial.strike();
    victim.freeze();
    var held = ServerLog.read(victim.output()).inWork();
    scene.control().noLatency();
    TimeUnit.MILLISECONDS.sleep(FROZEN_MS);
    trial.awaitOver();
    var before = new Books(scene.control().books());
    victim.thaw();
    var broken = new ArrayList<String>();
    broken.addAll(stillHeld(victim, held));
    var struck = trial.struck();
    var result = trial.end(Set.of());
    var after = new Books(scene.control().books());
    struck.stream()
        .filter(order -> !before.entry(order).equals(after.entry(order)))
        .forEach(
            order ->
                broken.add(
                    "the late node changed %s to %s"
                        .formatted(before.entry(order), after.entry(order))));
    tally.count(
        new Tally.Kind(
            "one of two nodes is frozen for longer than a takeover", moment.words(), SEEN),
        result,
        broken);
  }

  /** A node that wakes must find out for each order, and say so. */
  private List<String> stillHeld(ServerProcess victim, Set<String> held)
      throws IOException, InterruptedException {
    boolean letGo =
        Patience.within(
            SOON, () -> Collections.disjoint(ServerLog.read(victim.output()).inWork(), held));
    var late = ServerLog.read(victim.output()).told("was taken over");
    late.retainAll(held);
    lettingGo += late.size();
    return letGo ? List.of() : List.of("the late node does not say that it let go of " + held);
  }
}
