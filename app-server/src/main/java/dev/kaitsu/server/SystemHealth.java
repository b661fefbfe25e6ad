package dev.kaitsu.server;

import dev.kaitsu.wiring.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one system is, in a word, and what is wrong with it.
 *
 * @param word ok, degraded, down or off
 */
record SystemHealth(String word, Optional<String> problem) {
  static final SystemHealth OK = new SystemHealth("ok", Optional.empty());

  static SystemHealth degraded(String problem) {
    return new SystemHealth("degraded", Optional.of(problem));
  }

  static SystemHealth down(String problem) {
    return new SystemHealth("down", Optional.of(problem));
  }

  /** As the system's own probe says. */
  static SystemHealth of(Node node, String system) {
    return node.probes().stream()
        .filter(probe -> probe.name().equals(system))
        .findFirst()
        .map(probe -> probe.problem().map(SystemHealth::down).orElse(OK))
        .orElse(new SystemHealth("off", Optional.empty()));
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
