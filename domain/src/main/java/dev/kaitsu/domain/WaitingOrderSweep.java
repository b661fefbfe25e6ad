package dev.kaitsu.domain;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.port.in.OrderSweep;
import jakarta.inject.Inject;

/** The net under the event streams: finds approved orders whose event never came. */
public final class WaitingOrderSweep implements OrderSweep {
  private final FulfillmentPorts ports;

  @Inject
  public WaitingOrderSweep(FulfillmentPorts ports) {
    this.ports = ports;
  }

  @Override
  public int sweep() {
    var waiting = ports.orders().awaitingFulfillment();
    int hinted =
        ports
            .inbox()
            .hintIfIdle(waiting.stream().map(id -> Hint.of(id, HintSource.SWEEP)).toList());
    ports.listener().swept(waiting.size(), hinted);
    return hinted;
  }
}
