package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.sandbox.salesforce.bus.SchemaId;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Schemas fail in other clients, not here:")
class KnownSchemaFailuresTest {
  private static final String OTHERS = "/data/Thing__ChangeEvent";

  @AutoClose private final Org org = new Org();

  @ParameterizedTest
  @ValueSource(strings = {"/data/ChangeEvents", "/data/Orders__chn"})
  @DisplayName("pozil/pub-sub-api-node-client#27, #34: a channel of several objects has no schema")
  void channelWithoutSchema(String channel) {
    org.bus.define(OTHERS, AChange.updateWithFieldsReversed().schema());
    org.bus.defineChannel(channel, Set.of(Org.ORDERS, OTHERS));
    org.start(Org.FAST, Replay.ALL, new StreamTopic(channel, StreamTopic.Kind.ORDER_CHANGES));

    org.bus.publish(Org.ORDERS, activating(AChange.of("UPDATE"), 1));
    org.bus.publish(OTHERS, activating(AChange.updateWithFieldsReversed().ofEntity("Thing__c"), 2));
    org.bus.publish(Org.ORDERS, activating(AChange.of("UPDATE"), 3));

    var events = org.awaitEvents(channel, 3);
    assertThat(statusOf(events.get(0))).contains("Activating");
    assertThat(events.get(1)).isInstanceOf(Irrelevant.class);
    assertThat(statusOf(events.get(2))).contains("Activating");
    assertThat(org.service.traffic().schemaCalls("")).isZero();
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#36: a burst after a change of schema is lost")
  void burstAfterAChange() {
    org.start(Org.FAST, Replay.ALL, Org.provision());
    org.publish(AChange.ID);
    org.awaitEvents(Org.PROVISION, 1);
    var newer = SampleEvents.requestedWith("Extra__c");
    org.bus.define(Org.PROVISION, newer);
    org.service.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, 4);

    for (int i = 0; i < 50; i++) {
      org.bus.publish(Org.PROVISION, SampleEvents.in(newer, "8015g000000%04d".formatted(i)));
    }

    org.awaitEvents(Org.PROVISION, 51);
    assertThat(org.requested()).doesNotHaveDuplicates().hasSize(51);
    assertThat(org.service.traffic().schemaCalls(SchemaId.of(newer))).isEqualTo(5);
  }

  @Test
  @DisplayName("fields stand elsewhere in the next event: each is read by its own schema's order")
  void fieldsMoved() {
    org.start(Org.FAST, Replay.ALL, Org.orders());

    org.bus.publish(Org.ORDERS, activating(AChange.of("UPDATE"), 1));
    org.bus.publish(Org.ORDERS, activating(AChange.updateWithFieldsReversed(), 2));
    org.bus.publish(Org.ORDERS, activating(AChange.updateOfWideOrder(70), 3));

    assertThat(org.awaitEvents(Org.ORDERS, 3))
        .allSatisfy(
            event -> {
              assertThat(statusOf(event)).contains("Activating");
              assertThat(((OrdersChanged) event).orders())
                  .isEqualTo(List.of(new OrderId(AChange.ID)));
              assertThat(((OrdersChanged) event).status()).isEmpty();
            });
  }

  @Test
  @DisplayName("a required field is a union in one org and none in another: both are read")
  void requiredField() {
    var plain =
        SchemaBuilder.record("OrderProvisionRequested__e")
            .namespace("com.sforce.eventbus")
            .fields()
            .requiredLong("CreatedDate")
            .requiredString("CreatedById")
            .requiredString("OrderId__c")
            .endRecord();
    var event = new GenericData.Record(plain);
    event.put("CreatedDate", 1771300995123L);
    event.put("CreatedById", "005xx0000000001AAA");
    event.put("OrderId__c", AChange.ID);
    org.start(Org.FAST, Replay.ALL, Org.provision());

    org.publish(AChange.ID);
    org.bus.publish(Org.PROVISION, event);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(AChange.ID, AChange.ID);
  }

  private static GenericRecord activating(AChange change, int sequence) {
    return change
        .inTransaction("tx", sequence)
        .changing("Activation_Status__c", "Activating")
        .build();
  }

  private static Optional<String> statusOf(StreamEvent event) {
    return ((OrdersChanged) event).activationStatus();
  }
}
