package dev.kaitsu.port.out;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where hints become durable. Once a hint is in, the order is looked at after it, on whichever
 * node. All calls throw {@link StoreException} if the store fails.
 */
public interface Inbox {
  /**
   * In one transaction: the events that are new, their hints, the undecodable ones with their
   * bytes, and the topic's cursor, which ends what was {@link #asked}. An event received before
   * hints at nothing again.
   *
   * @return the keys of the events that were new
   * @throws LostStreamException if the batch was read under a term that is no longer the topic's:
   *     nothing is stored
   */
  Set<String> receive(Receipt receipt);

  /** Hints at orders without an event. */
  void hint(List<Hint> hints);

  /**
   * Hints only at those orders that nobody works on and no job waits for.
   *
   * @return how many were hinted at
   */
  int hintIfIdle(List<Hint> hints);

  /** Where to resume a topic; empty if it was never read. */
  Optional<ReplayId> cursor(String topic);

  /** Where somebody asked the topic's next stream to begin, whatever the cursor says. */
  Optional<StreamPosition> asked(String topic);

  /**
   * Asks for everything retained of a topic whose cursor the service rejects, unless its cursor is
   * another one by now. Holds until the next cursor is saved, on whichever node.
   */
  void startOver(String topic, ReplayId rejected);

  /** How long ago the topic's cursor was saved, on whichever node; empty if it was never read. */
  Optional<Duration> cursorAge(String topic);
}
