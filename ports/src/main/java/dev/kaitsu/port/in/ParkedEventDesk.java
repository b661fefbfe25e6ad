package dev.kaitsu.port.in;

import dev.kaitsu.model.ParkedEvent;
import java.util.List;
import java.util.Optional;

/** Looks after events that could not be read. */
public interface ParkedEventDesk {
  /** Those that nobody has settled, oldest first. */
  List<ParkedEvent> open();

  /**
   * Reads open events again with today's program. One that can be read becomes hints and is
   * settled, all or nothing; another stays, with today's reason. Repeating it is harmless.
   *
   * @param topic empty: of every topic
   * @param key empty: all of them
   * @throws dev.kaitsu.port.out.ExternalCallException if a schema cannot be had now; what was
   *     settled before stays settled
   */
  List<Redecoded> redecode(Optional<String> topic, Optional<String> key);

  /**
   * What became of an event.
   *
   * @param read whether it could be read and is settled
   * @param outcome what it says, or why it cannot be read
   */
  record Redecoded(ParkedEvent event, boolean read, String outcome) {}

  /**
   * Settles an event as seen by a person.
   *
   * @return false if it was not open
   */
  boolean drop(String topic, String key, String by);
}
