package dev.kaitsu.adapter.redis;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.port.out.OrderChanges;

/**
 * Publishes the id of an order that changed for the customer on {@code kaitsu:order-changed};
 * whoever caches orders subscribes there and drops its copy. Where only an item is known, its id
 * goes to {@code kaitsu:order-item-changed}.
 */
final class RedisOrderChanges implements OrderChanges {
  private static final String ORDERS = "kaitsu:order-changed";
  private static final String ITEMS = "kaitsu:order-item-changed";

  private final RedisLink link;

  RedisOrderChanges(RedisLink link) {
    this.link = link;
  }

  @Override
  public void announce(OrderId order) {
    link.tell(redis -> redis.publish(ORDERS, order.value()));
  }

  @Override
  public void announceItem(OrderItemId item) {
    link.tell(redis -> redis.publish(ITEMS, item.value()));
  }
}
