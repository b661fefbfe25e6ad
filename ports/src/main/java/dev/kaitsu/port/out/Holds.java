package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import java.util.Optional;

/**
 * What all nodes know about systems that are down, and the orders that wait for them. All calls
 * throw {@link StoreException} if the store fails.
 */
public interface Holds {
  /** The hold in force, if any; what this tells may be half a second old. */
  Optional<SystemHold> current();

  /**
   * Lets an order wait for its turn. Repeating it keeps its place.
   *
   * @return false if its turn has come since the system is back, or the hold was lifted meanwhile:
   *     it may start
   */
  boolean enqueue(SystemHold hold, OrderId order);

  /**
   * The system is down, or down again; orders of whom the turn had come wait again.
   *
   * @return false if it was down already
   */
  boolean down(String system, String reason);

  /** The system answers again. Harmless if it is not held. */
  void back(String system);

  /**
   * Ends a round: the turn of those orders has come that wait longest.
   *
   * @return how many there were, at most so many
   */
  int startNext(String system, int most);

  /** Lifts the hold unless an order waits. */
  void lift(String system);
}
