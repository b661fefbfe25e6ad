package dev.kaitsu.port.out;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import java.util.List;
import java.util.Optional;

/**
 * The events that were kept aside and that nobody has settled yet. All calls throw {@link
 * StoreException} if the store fails.
 */
public interface ParkedEvents {
  /** All open ones, oldest first. */
  List<ParkedEvent> open();

  /** How many are open. */
  int countOpen();

  /** The bytes; empty if the event is not open, or not any more. */
  Optional<Payload> payload(String topic, String key);

  /**
   * In one transaction: the event is settled, and its hints are durable.
   *
   * @param as what became of it, for whoever reads it later
   * @return false, and nothing changed, if it was not open
   */
  boolean settle(String topic, String key, String as, List<Hint> hints);

  /** The event stays open, for a reason that is known better now. */
  void explain(String topic, String key, String reason);
}
