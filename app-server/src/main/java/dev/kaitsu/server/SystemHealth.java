package dev.kaitsu.server;

import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.model.SystemStatus.State;
import dev.kaitsu.wiring.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one system is, in a word, and what is wrong with it.
 *
 * @param word ok, degraded, down, unknown or off
 */
record SystemHealth(String word, Optional<String> problem) {
  static final SystemHealth OK = new SystemHealth("ok", Optional.empty());

  private static final SystemHealth OFF = new SystemHealth("off", Optional.empty());
  private static final Map<State, String> WORDS =
      Map.of(
          State.OK, "ok",
          State.WARNING, "degraded",
          State.CRITICAL, "down",
          State.STALE, "unknown");

  static SystemHealth degraded(String problem) {
    return new SystemHealth("degraded", Optional.of(problem));
  }

  static SystemHealth down(String problem) {
    return new SystemHealth("down", Optional.of(problem));
  }

  /** As the scheduled checks of all nodes found it. */
  static SystemHealth of(Node node, String system) {
    return node.health().system(system).map(SystemHealth::of).orElse(OFF);
  }

  private static SystemHealth of(SystemStatus status) {
    return new SystemHealth(WORDS.getOrDefault(status.state(), "unknown"), status.problem());
  }

  boolean isOk() {
    return equals(OK);
  }

  /** The beginning of a part of a page. */
  Map<String, Object> part() {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("health", word);
    problem.ifPresent(text -> part.put("problem", text));
    return part;
  }
}
