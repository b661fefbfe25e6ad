package dev.kaitsu.crash.report;

import java.util.List;

/**
 * A broken promise.
 *
 * @param what which promise, in one line, with what replays it
 * @param details the order's facts and whatever else helps to understand it
 */
public record Violation(String what, List<String> details) {
  public Violation {
    details = List.copyOf(details);
  }
}
