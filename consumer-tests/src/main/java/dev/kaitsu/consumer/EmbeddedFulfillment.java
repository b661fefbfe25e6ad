package dev.kaitsu.consumer;

import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.OrderDesk;
import dev.kaitsu.domain.WaitingOrderSweep;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.OrderSweep;
import dev.kaitsu.port.in.OrderWork;
import java.util.concurrent.Executor;

/** Fulfillment inside another service: the service brings the ports, Kaitsu the decisions. */
public final class EmbeddedFulfillment {
  private final FulfillmentDesk desk;
  private final OrderSweep sweep;
  private final OrderWork work;

  public EmbeddedFulfillment(FulfillmentPorts ports, Executor beside) {
    desk = new OrderDesk(ports, Time.SYSTEM);
    sweep = new WaitingOrderSweep(ports);
    work = new FulfillmentOrchestrator(ports, FulfillmentSettings.DEFAULTS, Time.SYSTEM, beside);
  }

  /** For people and scripts: plan, fulfill, progress. */
  public FulfillmentDesk desk() {
    return desk;
  }

  /** For a timer: finds approved orders that nobody has told of. */
  public OrderSweep sweep() {
    return sweep;
  }

  /** For a job engine that claims one order at a time, and comes back when it is told to. */
  public OrderWork work() {
    return work;
  }
}
