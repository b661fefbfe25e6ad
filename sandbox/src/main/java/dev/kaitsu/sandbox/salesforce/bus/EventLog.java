package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/**
 * The retained events of one topic and the replay ids issued for it. Positions count events since
 * the topic was made, whatever has expired since, so a reader's position survives retention.
 */
final class EventLog {
  private static final int LARGEST_GAP = 40;

  private final InstantSource clock;
  private final long seed;
  private final List<BusEvent> retained = new ArrayList<>();
  private final TreeMap<Long, Instant> marks = new TreeMap<>();
  private long expired;
  private long counter;
  private Random gaps;

  EventLog(InstantSource clock, long seed) {
    this.clock = clock;
    this.seed = seed;
    this.gaps = new Random(seed);
    this.counter = 1_000_000L + gaps.nextInt(1_000_000);
  }

  /** Appends the events, all of them under one new replay id. */
  synchronized ReplayId append(List<NewEvent> events) {
    dropExpired();
    var replayId = nextReplayId();
    var now = clock.instant();
    for (var event : events) {
      retained.add(new BusEvent(event.id(), event.schemaId(), event.payload(), replayId, now));
    }
    return replayId;
  }

  synchronized List<BusEvent> read(long position, int most) {
    dropExpired();
    var from = (int) (Math.max(position, expired) - expired);
    var to = Math.min(retained.size(), from + most);
    return List.copyOf(retained.subList(from, to));
  }

  synchronized long oldest() {
    dropExpired();
    return expired;
  }

  synchronized Optional<ReplayId> newest() {
    return retained.isEmpty()
        ? Optional.empty()
        : Optional.of(retained.get(retained.size() - 1).replayId());
  }

  synchronized long end() {
    return expired + retained.size();
  }

  /** The position after the last event with this id; empty for an id unknown or too old. */
  synchronized OptionalLong after(ReplayId id) {
    dropExpired();
    var index = firstAfter(id);
    var isEvent = index > 0 && retained.get(index - 1).replayId().equals(id);
    return isEvent || marks.containsKey(id.counter())
        ? OptionalLong.of(expired + index)
        : OptionalLong.empty();
  }

  /** Issues a replay id that belongs to no event; empty while there are events to read first. */
  synchronized Optional<ReplayId> markAt(long position) {
    if (position < end()) {
      return Optional.empty();
    }
    dropExpired();
    var mark = nextReplayId();
    marks.put(mark.counter(), clock.instant());
    return Optional.of(mark);
  }

  /** Forgets events and ids; ids to come are larger than any issued so far. */
  synchronized void reset() {
    forgetEverything();
    counter += 1_000_000_000L;
  }

  /** Forgets events and ids, and numbers new events exactly as the topic's first ones. */
  synchronized void restartNumbering() {
    forgetEverything();
    gaps = new Random(seed);
    counter = 1_000_000L + gaps.nextInt(1_000_000);
  }

  private void forgetEverything() {
    expired += retained.size();
    retained.clear();
    marks.clear();
  }

  private ReplayId nextReplayId() {
    counter += 1 + gaps.nextInt(LARGEST_GAP);
    return new ReplayId(counter);
  }

  private int firstAfter(ReplayId id) {
    int low = 0;
    int high = retained.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (retained.get(middle).replayId().compareTo(id) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void dropExpired() {
    var oldestKept = clock.instant().minus(EventBus.RETENTION);
    int count = 0;
    while (count < retained.size() && retained.get(count).publishedAt().isBefore(oldestKept)) {
      count++;
    }
    retained.subList(0, count).clear();
    expired += count;
    while (!marks.isEmpty() && marks.firstEntry().getValue().isBefore(oldestKept)) {
      marks.pollFirstEntry();
    }
  }

  /** An event before it has its place in a topic. */
  record NewEvent(String id, String schemaId, ByteString payload) {}
}
