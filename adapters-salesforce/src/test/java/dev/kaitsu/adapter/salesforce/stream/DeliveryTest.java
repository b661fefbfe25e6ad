package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.ItemsChanged;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.model.StreamStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@DisplayName("What is published")
class DeliveryTest {
  private static final int MANY = 100_000;

  @AutoClose private final Org org = new Org();

  @Test
  @DisplayName("is handed on in our words, whatever its channel")
  void handedOn() {
    Org.awaitLive(org.start(Org.provision(), Org.orders()));

    org.publish("8015g00000AbCdE");
    org.bus.publish(Org.ORDERS, SampleEvents.orderChanged("Activating"));

    var order = new OrderId("8015g00000AbCdEAAV");
    assertThat(((ProvisionRequested) org.awaitEvents(Org.PROVISION, 1).get(0)).order())
        .isEqualTo(order);
    var changed = (OrdersChanged) org.awaitEvents(Org.ORDERS, 1).get(0);
    assertThat(changed.orders()).isEqualTo(List.of(order));
    assertThat(changed.activationStatus()).contains("Activating");
  }

  @Test
  @DisplayName("on a channel of many objects is read by what each event says it is about")
  void manyObjects() {
    var items = "/data/OrderItemChangeEvent";
    var all = new StreamTopic("/data/ChangeEvents", StreamTopic.Kind.ORDER_CHANGES);
    org.bus.define(items, SampleEvents.ITEM_CHANGED);
    org.bus.defineChannel(all.name(), Set.of(Org.ORDERS, items));
    Org.awaitLive(org.start(all));

    org.bus.publish(items, AChange.ofItem("UPDATE").changing("Quantity", 2.0).build());
    org.bus.publish(Org.ORDERS, SampleEvents.orderChanged("Activating"));
    org.bus.publish(items, AChange.ofItem("UPDATE").changing("WHMCS_Service_ID__c", "1").build());

    assertThat(org.awaitEvents(all.name(), 3))
        .hasExactlyElementsOfTypes(ItemsChanged.class, OrdersChanged.class, Irrelevant.class);
  }

  @Test
  @DisplayName("is asked for anew only once it is durable: never more is open than was set")
  void credits() {
    for (int i = 0; i < 200; i++) {
      org.publish("8015g00000AbCdE");
    }
    org.start(Org.FAST, Replay.ALL, Org.provision());

    org.awaitEvents(Org.PROVISION, 200);

    var asked = org.service.traffic().requestedEvents(Org.PROVISION);
    assertThat(asked).allMatch(events -> events > 0 && events <= 20);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        org.service.traffic().requestedEvents(Org.PROVISION).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(20 + 200));
  }

  @Test
  @DisplayName("in two schemas side by side is decoded each with its own, fetched once")
  void schemaChanges() {
    Org.awaitLive(org.start(Org.provision()));
    org.publish("8015g00000AbCdE");
    var newer = SampleEvents.requestedWith("Extra__c");
    org.bus.define(Org.PROVISION, newer);
    org.bus.publish(Org.PROVISION, SampleEvents.in(newer, "8015g00000AbCdE"));
    org.publish("8015g00000AbCdE");

    assertThat(org.awaitEvents(Org.PROVISION, 3)).allMatch(ProvisionRequested.class::isInstance);
    var schemaIds = org.bus.events(Org.PROVISION).stream().map(e -> e.schemaId()).distinct();
    assertThat(schemaIds.map(org.service.traffic()::schemaCalls)).containsExactly(1, 1);
  }

  @Test
  @DisplayName("is told in the status: what came last, and when the cursor became durable")
  void status() {
    var streams = org.start(Org.provision());
    Org.awaitLive(streams);
    await().until(() -> streams.statuses().get(0).lastKeepalive().isPresent());
    org.publish("8015g00000AbCdE");
    org.awaitEvents(Org.PROVISION, 1);

    await()
        .untilAsserted(
            () -> {
              var status = streams.statuses().get(0);
              assertThat(status.lastEvent()).isPresent();
              assertThat(status.lastMessage()).isPresent();
              assertThat(status.cursorSavedAt()).isPresent();
            });
    streams.close();
    assertThat(Org.states(streams)).isEqualTo(List.of(State.OFF));
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 0);
  }

  @Test
  @DisplayName("is replayed at more than 2,000 events per second: 100,000 in less than 50 seconds")
  void replaySpeed(TestReporter reporter) {
    var change =
        AChange.updateOfWideOrder(100)
            .changing("Activation_Status__c", "Activating")
            .changing("Status", "Approved")
            .build();
    for (int i = 0; i < MANY; i++) {
      org.bus.publish(Org.ORDERS, change);
    }
    long since = System.nanoTime();
    org.start(Org.FAST, Replay.ALL, Org.orders());

    await()
        .atMost(Duration.ofSeconds(50))
        .until(
            () ->
                org.intake.batches().stream().mapToInt(batch -> batch.events().size()).sum()
                    == MANY);
    long perSecond = Math.round(MANY / ((System.nanoTime() - since) / 1e9));
    reporter.publishEntry("events per second", Long.toString(perSecond));
  }
}
