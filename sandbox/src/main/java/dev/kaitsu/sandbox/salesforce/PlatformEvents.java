package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import dev.kaitsu.sandbox.salesforce.cdc.PlatformEvent;
import dev.kaitsu.sandbox.salesforce.rest.EventPublisher;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provisioning event under both names the org has used; which of them the Flow publishes. */
final class PlatformEvents implements EventPublisher {
  static final String PROVISION_REQUESTED = "OrderProvisionRequested__e";
  static final String FULFILMENT_REQUESTED = "Order_Fulfilment_Requested__e";

  private final EventSink sink;
  private final InstantSource clock;
  private final Map<String, PlatformEvent> defined = new LinkedHashMap<>();
  private volatile Set<String> published = Set.of(PROVISION_REQUESTED);

  PlatformEvents(EventSink sink, InstantSource clock) {
    this.sink = sink;
    this.clock = clock;
    for (var name : List.of(PROVISION_REQUESTED, FULFILMENT_REQUESTED)) {
      var event = PlatformEvent.provisioning(name);
      defined.put(name, event);
      sink.define(event.topic(), event.schema());
    }
  }

  void publishOnly(Set<String> names) {
    if (!defined.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "the org defines %s, not all of %s".formatted(defined.keySet(), names));
    }
    published = Set.copyOf(names);
  }

  /** What the Flow does; a repetition for the same cause carries the same key. */
  void requestProvisioning(String orderId, Writer requester, String cause) {
    var values =
        Map.<String, Object>of(
            "OrderId__c",
            orderId,
            "IdemKey__c",
            orderId + ":" + cause,
            "CorrelationId__c",
            "sf-order-" + orderId,
            "RequestedBy__c",
            requester.userId(),
            "Version__c",
            1.0);
    for (var event : defined.values()) {
      if (published.contains(event.name())) {
        sink.emit(event.topic(), event.event(clock.instant(), requester.userId(), values));
      }
    }
  }

  @Override
  public Optional<Map<String, FieldType>> fieldsOf(String eventName) {
    return Optional.ofNullable(defined.get(eventName)).map(PlatformEvent::fields);
  }

  @Override
  public void publish(String eventName, Writer writer, Map<String, Object> values) {
    var event = Optional.ofNullable(defined.get(eventName)).orElseThrow();
    sink.emit(event.topic(), event.event(clock.instant(), writer.userId(), values));
  }
}
