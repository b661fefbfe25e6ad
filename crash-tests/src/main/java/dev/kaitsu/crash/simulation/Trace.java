package dev.kaitsu.crash.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened, in order; always as a number that two equal runs share, in words on demand. */
final class Trace {
  private final boolean inWords;
  private final List<String> lines = new ArrayList<>();
  private long digest = 17;

  Trace(boolean inWords) {
    this.inWords = inWords;
  }

  void add(Instant at, Object who, Object what, Object about) {
    digest =
        31 * (31 * (31 * (31 * digest + at.hashCode()) + hash(who)) + hash(what)) + hash(about);
    if (inWords) {
      lines.add("%s %s %s %s".formatted(at, who, what, about));
    }
  }

  long digest() {
    return digest;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static int hash(Object any) {
    return any.toString().hashCode(); // the same in every process, unlike that of an enum
  }
}
