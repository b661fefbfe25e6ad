package dev.kaitsu.wiring;

import dev.kaitsu.port.in.OrderSweep;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sweep beside the regular ones: what happened before a stream was open has no event for it. */
final class FirstSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FirstSweep.class);

  private final OrderSweep sweep;
  private final Executor beside;

  FirstSweep(OrderSweep sweep, Executor beside) {
    this.sweep = sweep;
    this.beside = beside;
  }

  void request() {
    beside.execute(
        () -> {
          try {
            LOG.info("Sweep requested by the streams: {} orders hinted at", sweep.sweep());
          } catch (RuntimeException failure) {
            LOG.warn("The sweep failed; the next regular one makes up for it", failure);
          }
        });
  }
}
