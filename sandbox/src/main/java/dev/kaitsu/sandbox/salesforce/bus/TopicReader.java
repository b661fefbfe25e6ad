package dev.kaitsu.sandbox.salesforce.bus;

import java.util.List;
import java.util.Optional;

/** A place in a topic that moves forward by reading. For one thread at a time. */
public final class TopicReader {
  private final EventLog log;
  private long position;

  TopicReader(EventLog log, long position) {
    this.log = log;
    this.position = position;
  }

  /** The next events, at most so many; none when the reader has seen everything. */
  public List<BusEvent> read(int most) {
    position = Math.max(position, log.oldest());
    var events = log.read(position, most);
    position += events.size();
    return events;
  }

  /** A fresh replay id after everything read so far; empty while there is more to read. */
  public Optional<ReplayId> mark() {
    return log.markAt(position);
  }
}
