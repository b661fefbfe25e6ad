package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.domain.step.StepOutcome.Halted;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.SimIdentity;
import java.util.Optional;

/**
 * Activates the SIM before anything is billed, so that a refused SIM leaves no bill; what an
 * earlier attempt activated is never activated again.
 */
final class ActivateSim implements FulfillmentStep {
  private final Optional<SimPorts> sims;
  private final Optional<SimCallRun> calls;
  private final Optional<AssignSim> assignment;

  ActivateSim(
      FulfillmentPorts ports, FulfillmentSettings settings, Time time, ReadAgain readAgain) {
    this.sims = ports.sims();
    this.calls = sims.map(each -> new SimCallRun(ports, each, settings, time, readAgain));
    this.assignment = sims.map(each -> new AssignSim(each.orders(), ports.listener(), time));
  }

  @Override
  public String name() {
    return "sim_activation";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    var file = fulfillment.file().sim();
    if (!fulfillment.order().isSim()) {
      return file.sim().isPresent()
          ? halted(
              FailureCode.SIM_ORDER_CHANGED,
              "an earlier attempt began to activate a SIM, and the order names none now; undo the change, or see kaitsu attest")
          : new Completed(fulfillment);
    }
    if (sims.isEmpty()) {
      return halted(
          FailureCode.SIM_NOT_CONFIGURED,
          "this is a SIM order, and SIM activation is not configured here");
    }
    if (file.isLive()) {
      return live(fulfillment, file.sim().orElseThrow(), journal);
    }
    var request = fulfillment.sim().request().orElseThrow();
    if (file.sim().filter(begun -> !begun.equals(request.identity())).isPresent()) {
      return halted(
          FailureCode.SIM_ORDER_CHANGED,
          "an earlier attempt began to activate another SIM (line %s, %s); undo the change, or see kaitsu attest"
              .formatted(file.sim().get().line(), file.sim().get().kind()));
    }
    var ready = fulfillment;
    for (var call : request.kind().calls()) {
      if (!file.done().contains(call)) {
        var outcome = calls.orElseThrow().run(call, ready, journal);
        if (!(outcome instanceof Completed completed)) {
          return outcome;
        }
        ready = completed.fulfillment();
      }
    }
    return live(ready, request.identity(), journal);
  }

  private StepOutcome live(Fulfillment fulfillment, SimIdentity sim, Journal journal) {
    var active = fulfillment.withSim(fulfillment.sim().live(sim));
    return assignment
        .orElseThrow()
        .run(active, journal)
        .<StepOutcome>map(later -> later)
        .orElseGet(() -> new Completed(active));
  }

  private static Halted halted(FailureCode code, String reason) {
    return new Halted(new Halt.Refused(code, reason));
  }
}
