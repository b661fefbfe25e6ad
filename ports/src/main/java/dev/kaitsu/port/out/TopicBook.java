package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is durable about topics, for whoever looks after them by hand. All calls throw {@link
 * StoreException} if the store fails.
 */
public interface TopicBook {
  /** Every topic that was ever read, led or asked for, sorted by name. */
  List<TopicStanding> standings();

  /** Which of these events were received before. */
  Set<String> received(String topic, Collection<String> keys);

  /** Where these orders stand. */
  OrderCensus census(Collection<OrderId> orders);

  /**
   * In one transaction: the topic's next stream begins there, and whoever reads it now may store
   * nothing more. Who did it is written down, with the cursor of before.
   */
  void begin(String topic, StreamPosition position, String by);
}
