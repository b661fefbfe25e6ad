package dev.kaitsu.sandbox.salesforce.pubsub;

import dev.kaitsu.sandbox.salesforce.bus.BusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Splits events over responses as the vendor may: anywhere, and below 3 MB each. */
final class Batches {
  private static final int MOST_BYTES = 3_000_000;

  private final Random random;

  Batches(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Splits the events at random.
   *
   * @param least no run of events shorter than this is split, unless its size demands it
   */
  List<List<BusEvent>> split(List<BusEvent> events, int least) {
    var batches = new ArrayList<List<BusEvent>>();
    int from = 0;
    while (from < events.size()) {
      int to = fitting(events, from, from + size(events.size() - from, least));
      batches.add(events.subList(from, to));
      from = to;
    }
    return batches;
  }

  /** One time in four everything, else any part of it. */
  private int size(int available, int least) {
    return available < least || random.nextInt(4) == 0 ? available : 1 + random.nextInt(available);
  }

  private static int fitting(List<BusEvent> events, int from, int to) {
    long bytes = events.get(from).payload().size();
    for (int next = from + 1; next < to; next++) {
      bytes += events.get(next).payload().size();
      if (bytes > MOST_BYTES) {
        return next;
      }
    }
    return to;
  }
}
