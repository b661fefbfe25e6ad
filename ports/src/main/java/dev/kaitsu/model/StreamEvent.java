package dev.kaitsu.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of a stream, translated into our words. */
public sealed interface StreamEvent {
  /** Equal for two deliveries of the same event, at most 200 characters. */
  String key();

  ReplayId replayId();

  /** Salesforce asks by Platform Event for an order to be provisioned. */
  record ProvisionRequested(
      String key,
      ReplayId replayId,
      Instant createdAt,
      OrderId order,
      Optional<CorrelationId> correlation)
      implements StreamEvent {}

  /**
   * Orders changed, as Change Data Capture tells it; values are those the event itself carries.
   *
   * @param orders every record of the event: merged changes name several
   * @param activationStatus the new {@code Activation_Status__c}; empty if it did not change
   * @param status the new {@code Status}; empty if it did not change
   * @param scheduleChanged whether the activation type or time changed
   * @param customerFacing whether a field changed that the customer sees
   */
  record OrdersChanged(
      String key,
      ReplayId replayId,
      Instant committedAt,
      List<OrderId> orders,
      Optional<String> activationStatus,
      Optional<String> status,
      boolean scheduleChanged,
      boolean customerFacing)
      implements StreamEvent {
    public OrdersChanged {
      orders = List.copyOf(orders);
    }
  }

  /** Salesforce lost the content of changes to these orders: they must be read. */
  record OrdersUnclear(String key, ReplayId replayId, Instant committedAt, List<OrderId> orders)
      implements StreamEvent {
    public OrdersUnclear {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Items of orders changed for the customer. Nothing is fulfilled for it.
   *
   * @param items those the event names
   * @param order the order of new items; other events do not tell it
   */
  record ItemsChanged(
      String key,
      ReplayId replayId,
      Instant committedAt,
      List<OrderItemId> items,
      Optional<OrderId> order)
      implements StreamEvent {
    public ItemsChanged {
      items = List.copyOf(items);
    }
  }

  /** An event that says nothing about orders to fulfill. */
  record Irrelevant(String key, ReplayId replayId) implements StreamEvent {}

  /** An event that cannot be read even with its own schema; kept aside with its bytes. */
  record Undecodable(String key, ReplayId replayId, String schemaId, Payload payload, String reason)
      implements StreamEvent {}
}
