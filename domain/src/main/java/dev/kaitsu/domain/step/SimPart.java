package dev.kaitsu.domain.step;

import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.SimRequest;
import java.util.Optional;

/**
 * What an attempt knows about the order's SIM.
 *
 * @param details as Salesforce describes it; empty for any other order
 * @param request the same, checked
 * @param live the SIM that is active for this order
 */
record SimPart(
    Optional<SimDetails> details, Optional<SimRequest> request, Optional<SimIdentity> live) {
  static final SimPart NONE = new SimPart(Optional.empty(), Optional.empty(), Optional.empty());

  SimPart described(SimDetails seen) {
    return new SimPart(Optional.of(seen), request, live);
  }

  SimPart checked(SimRequest ready) {
    return new SimPart(details, Optional.of(ready), live);
  }

  SimPart live(SimIdentity active) {
    return new SimPart(details, request, Optional.of(active));
  }
}
