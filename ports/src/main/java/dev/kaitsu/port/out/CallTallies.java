package dev.kaitsu.port.out;

import dev.kaitsu.model.CallTally;
import java.time.Duration;
import java.util.Map;

/** How many calls all nodes made to the systems around us lately. */
public interface CallTallies {
  /** How far back {@link #recent} reaches, to the minute. */
  Duration WINDOW = Duration.ofMinutes(5);

  /**
   * Adds the calls of one node to this minute's.
   *
   * @throws StoreException if the store fails
   */
  void add(String system, CallTally more);

  /**
   * The calls of the window, by system; one that was not called is not in it.
   *
   * @throws StoreException if the store fails
   */
  Map<String, CallTally> recent();
}
