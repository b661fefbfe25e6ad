package dev.kaitsu.domain.step;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import java.util.List;
import java.util.concurrent.Executor;

/** The fulfillment procedure. */
public final class Steps {
  private Steps() {}

  /** All steps, in order. This list and the runbook say the same thing. */
  public static List<FulfillmentStep> standard(
      FulfillmentPorts ports,
      WriteBacks writeBacks,
      FulfillmentSettings settings,
      Time time,
      Executor beside) {
    var readAgain = new ReadAgain(ports.orders(), time);
    return List.of(
        new Validate(ports.customers(), ports.billing(), beside),
        new NoteActivating(ports.orders(), readAgain),
        new ReadDetails(ports.sims()),
        new MapLines(ports.billing(), time),
        new ActivateSim(ports, settings, time, readAgain),
        new CreateBillingOrder(ports, settings, time, readAgain),
        new AcceptBillingOrder(
            ports.billing(), readAgain, new LabelServices(ports.billing(), ports.listener(), time)),
        new ConfirmActivation(ports.billing(), writeBacks, time));
  }
}
