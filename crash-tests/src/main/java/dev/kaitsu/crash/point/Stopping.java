package dev.kaitsu.crash.point;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One stop, or one after the other.
 *
 * @param points each counted from the call after the one before it
 */
record Stopping(List<Point> points) {
  static final Stopping NONE = new Stopping(List.of());

  /** The n-th call from here on, counted from 1, and how it is cut short. */
  record Point(int call, Stop stop) {}

  Stopping {
    points = List.copyOf(points);
  }

  static Stopping at(int call, Stop stop) {
    return new Stopping(List.of(new Point(call, stop)));
  }

  Stopping then(int call, Stop stop) {
    return new Stopping(List.of(points.get(0), new Point(call, stop)));
  }

  /** How many attempts it may cost, at most, that the story would not have failed by itself. */
  int failuresOfItsOwn() {
    return points.stream().anyMatch(point -> point.stop() == Stop.DIES_EVERY_TIME) ? 2 : 0;
  }

  @Override
  public String toString() {
    return points.isEmpty()
        ? "undisturbed"
        : points.stream()
            .map(point -> "%s call %d".formatted(point.stop(), point.call()))
            .collect(Collectors.joining(", then "));
  }
}
