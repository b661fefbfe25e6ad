package dev.kaitsu.wiring;

import dev.kaitsu.adapter.salesforce.stream.StreamListener;
import dev.kaitsu.port.in.OrderSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps, beside the regular sweeps, whenever the streams cannot have told everything. */
final class SweepOnDemand implements StreamListener {
  private static final Logger LOG = LoggerFactory.getLogger(SweepOnDemand.class);

  private final OrderSweep sweep;

  SweepOnDemand(OrderSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void streamsOpen() {
    sweep("the streams are open");
  }

  @Override
  public void sweepNeeded(String topic, String why) {
    sweep(topic + ": " + why);
  }

  private void sweep(String why) {
    try {
      LOG.info("Sweep, since {}: {} orders hinted at", why, sweep.sweep());
    } catch (RuntimeException failure) {
      LOG.warn("The sweep failed; the next regular one makes up for it", failure);
    }
  }
}
