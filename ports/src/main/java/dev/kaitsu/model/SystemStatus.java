package dev.kaitsu.model;

import java.util.Optional;

/**
 * How a system around us does, judged by its last check, its calls and what is known of outages.
 *
 * @param last the last check; empty before the first, or while nobody can tell
 * @param calls all nodes' recent calls to it; none for systems whose calls are not counted
 * @param problem why it is not ok, fit for operators
 */
public record SystemStatus(
    String system,
    State state,
    Optional<HealthStanding> last,
    CallTally calls,
    Optional<String> problem) {

  /** The word for it. */
  public enum State {
    OK,
    /** Worth a look, but work goes on. */
    WARNING,
    CRITICAL,
    /** Its checks have stopped: nobody knows how it does. */
    STALE,
    /** Not checked yet, or the store of the checks does not answer. */
    UNKNOWN;

    /** Whether the whole is degraded by it. */
    public boolean degrades() {
      return this == CRITICAL || this == STALE;
    }
  }
}
