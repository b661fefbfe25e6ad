package dev.kaitsu.wiring.budget;

import dev.kaitsu.adapter.salesforce.SalesforceLimits;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.in.LimitCheck;
import dev.kaitsu.port.out.ApiLimits;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Salesforce for its limits and tells all nodes. A user who may not see them is no error. */
public final class SharedLimits implements LimitCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);

  private final SalesforceLimits salesforce;
  private final ApiLimits shared;
  private final ApiBudget budget;
  private final AtomicBoolean said = new AtomicBoolean();

  public SharedLimits(SalesforceLimits salesforce, ApiLimits shared, ApiBudget budget) {
    this.salesforce = salesforce;
    this.shared = shared;
    this.budget = budget;
  }

  @Override
  public void check() {
    try {
      var limits = salesforce.read();
      shared.save(limits);
      budget.told(limits);
    } catch (ExternalCallException failure) {
      if (!(failure.halt() instanceof Halt.Refused)) {
        throw failure;
      }
      if (said.compareAndSet(false, true)) {
        LOG.warn(
            "Salesforce does not show its limits, only the daily calls are known: give the"
                + " integration user the permission View Setup and Configuration ({})",
            failure.halt().reason());
      }
    }
  }
}
