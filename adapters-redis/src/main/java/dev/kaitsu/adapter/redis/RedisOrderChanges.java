package dev.kaitsu.adapter.redis;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.OrderChanges;

/**
 * Publishes the id of an order that changed for the customer on {@code kaitsu:order-changed};
 * whoever caches orders subscribes there and drops its copy.
 */
final class RedisOrderChanges implements OrderChanges {
  private static final String CHANNEL = "kaitsu:order-changed";

  private final RedisLink link;

  RedisOrderChanges(RedisLink link) {
    this.link = link;
  }

  @Override
  public void announce(OrderId order) {
    link.tell(redis -> redis.publish(CHANNEL, order.value()));
  }
}
