package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.Possession;
import dev.kaitsu.domain.operation.LineProcedure;
import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.port.in.LineWork;
import jakarta.inject.Inject;

/** Carries the operations of a line, one at a time, each as soon as it may run. */
public final class LineOperationWork implements LineWork {
  private final LinePorts ports;
  private final LineSettings settings;
  private final Time time;
  private final LineProcedure procedure;

  @Inject
  public LineOperationWork(LinePorts ports, LineSettings settings, Time time) {
    this.ports = ports;
    this.settings = settings;
    this.time = time;
    this.procedure = new LineProcedure(ports, settings, time);
  }

  @Override
  public WorkOutcome work(LineClaim claim) {
    return procedure.carry(claim, new Possession(time, settings.takeoverAfter()));
  }

  @Override
  public void check() {
    int stranded = ports.operations().planStranded();
    if (stranded > 0) {
      ports.listener().stranded(stranded);
    }
  }
}
