package dev.kaitsu.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.cdc.BusSink;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The org and the event bus")
class EventBusJoinTest {

  @Test
  @DisplayName("joined by the bus sink, an approval arrives on both topics")
  void approvalArrives() {
    var bus = new EventBus(InstantSource.system(), 1);
    try (var org = SalesforceEmulator.start(new BusSink(bus))) {
      var orderId = org.data().order(org.data().account("Yamada")).create();
      org.approve(orderId);

      assertThat(bus.events(RecordingSink.ORDERS)).hasSize(2);
      assertThat(bus.events(RecordingSink.REQUESTS)).hasSize(1);
    }
  }
}
