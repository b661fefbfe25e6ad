package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Lets event streams fail, one way after the other by chance. */
final class StreamWeather {
  private static final int SHORTEST_CALM_MS = 2_000;
  private static final int LONGEST_CALM_MS = 14_000;
  private static final int DOWN_MS = 4_000;
  private static final List<String> ACTS =
      List.of(
          "CUT", "COMPLETE", "UNAVAILABLE", "SILENCE", "AUTH", "SCHEMAS", "REPLAY", "DOWN", "CUT");

  private final Random random;
  private final Control control;
  private final Map<String, Integer> done = new TreeMap<>();

  StreamWeather(Control control, long seed) {
    this.control = control;
    this.random = new Random(seed);
  }

  /** One fault, and the calm after it. */
  void next() throws InterruptedException {
    var act = ACTS.get(random.nextInt(ACTS.size()));
    control.streams(act);
    done.merge(act, 1, Integer::sum);
    if (act.equals("DOWN")) {
      TimeUnit.MILLISECONDS.sleep(DOWN_MS);
      control.streams("UP");
    }
    TimeUnit.MILLISECONDS.sleep(SHORTEST_CALM_MS + random.nextInt(LONGEST_CALM_MS));
  }

  /** How often each was done. */
  Map<String, Integer> done() {
    return done;
  }
}
