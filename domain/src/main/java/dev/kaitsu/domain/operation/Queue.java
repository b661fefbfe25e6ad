package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.OperationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Foretells when each operation of a line begins, if all goes well: again and again the one that
 * may begin first. Pure.
 */
final class Queue {
  /** What an operation is thought to take whose end nobody knows. */
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final LineSettings settings;
  private Instant free;
  private Instant freeForCounted;

  /**
   * A line's future from now on.
   *
   * @param free from when on anything may be sent
   * @param freeForCounted from when on something may be sent that counts for the gap
   */
  Queue(Instant free, Instant freeForCounted, LineSettings settings) {
    this.free = free;
    this.freeForCounted = freeForCounted;
    this.settings = settings;
  }

  /** An operation that is not over; {@code mayRunAt} were it alone. */
  static final class Entry {
    private final OperationKind kind;
    private final Instant mayRunAt;
    private final boolean underWay;

    Entry(OperationKind kind, Instant mayRunAt, boolean underWay) {
      this.kind = kind;
      this.mayRunAt = mayRunAt;
      this.underWay = underWay;
    }
  }

  /** When this one of them begins. */
  Instant beginOf(Entry asked, List<Entry> waiting) {
    var left = new ArrayList<>(waiting);
    while (true) {
      var next =
          left.stream()
              .filter(each -> each.underWay)
              .findFirst()
              .or(() -> left.stream().min(Comparator.comparing(this::begin)))
              .orElseThrow();
      var begin = begin(next);
      if (next == asked) {
        return begin;
      }
      left.remove(next);
      free = begin.plus(next.kind == OperationKind.NETWORK_CHANGE ? settings.lock() : A_MOMENT);
      if (next.kind.countsForTheGap()) {
        freeForCounted = begin.plus(settings.gap());
      }
    }
  }

  private Instant begin(Entry entry) {
    var line = entry.kind.countsForTheGap() ? later(free, freeForCounted) : free;
    return entry.underWay ? free : later(entry.mayRunAt, line);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
