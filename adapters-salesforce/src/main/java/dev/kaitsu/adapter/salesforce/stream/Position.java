package dev.kaitsu.adapter.salesforce.stream;

import com.google.protobuf.ByteString;
import dev.kaitsu.model.ReplayId;
import java.util.Optional;

/**
 * How far a stream was read.
 *
 * @param current the replay id reached
 * @param before the one before it, which no event to come can carry
 */
record Position(Optional<ReplayId> current, Optional<ReplayId> before) {
  static Position at(Optional<ReplayId> id) {
    return new Position(id, id);
  }

  /** After the event with this id; an event without one stands where the last one stood. */
  Position after(ByteString id) {
    if (id.isEmpty()) {
      return this;
    }
    var reached = Optional.of(new ReplayId(id.toByteArray()));
    return reached.equals(current) ? this : new Position(reached, current);
  }

  /**
   * The replay id that it is safe to resume from.
   *
   * @param shared whether several events may carry one replay id: then the last one stays open,
   *     since the next response may bring another event under it, and resuming from it would skip
   *     that one
   */
  Optional<ReplayId> cursor(boolean shared) {
    return shared ? before.or(() -> current) : current;
  }
}
