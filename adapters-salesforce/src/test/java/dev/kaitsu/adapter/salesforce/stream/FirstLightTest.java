package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is published")
class FirstLightTest {
  @AutoClose private final Org org = new Org();

  @Test
  @DisplayName("is subscribed to, decoded and handed on")
  void handedOn() {
    Org.awaitLive(org.start(Org.provision(), Org.orders()));

    org.publish("8015g00000AbCdE");
    org.bus.publish(Org.ORDERS, SampleEvents.orderChanged("Activating"));

    var order = new OrderId("8015g00000AbCdEAAV");
    assertThat(((ProvisionRequested) org.awaitEvents(Org.PROVISION, 1).get(0)).order())
        .isEqualTo(order);
    var changed = (OrdersChanged) org.awaitEvents(Org.ORDERS, 1).get(0);
    assertThat(changed.orders()).isEqualTo(List.of(order));
    assertThat(changed.activationStatus()).isEqualTo(Optional.of("Activating"));
  }
}
