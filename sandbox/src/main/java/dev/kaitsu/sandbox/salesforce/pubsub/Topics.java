package dev.kaitsu.sandbox.salesforce.pubsub;

import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.bus.Topic;

/** Finds topics for calls, in the vendor's words when there is none. */
final class Topics {
  private Topics() {}

  static Topic named(String name, EventBus bus, RpcCall call) {
    if (name.isBlank()) {
      throw new Refusal(PubSubError.TOPIC_EMPTY);
    }
    return bus.topic(name).orElseThrow(() -> new Refusal(notFound(name, call)));
  }

  /** How error texts name the org. */
  static String tenantGuid(RpcCall call) {
    return "CORE/prod/" + call.tenantId();
  }

  private static PubSubError notFound(String name, RpcCall call) {
    return PubSubError.TOPIC_NOT_FOUND.saying(
        "The topic information for org %s and topic %s not found. Ensure the topic name is correct."
            .formatted(tenantGuid(call), name));
  }
}
