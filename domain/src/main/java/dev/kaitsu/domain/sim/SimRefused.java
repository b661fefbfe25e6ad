package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;

/** An order's SIM cannot be activated as it is described; carries why, without personal data. */
public final class SimRefused extends Exception {
  private final transient Halt.Refused why; // not serialized: it never leaves the process

  SimRefused(FailureCode code, String reason) {
    super(reason);
    this.why = new Halt.Refused(code, reason);
  }

  public Halt.Refused why() {
    return why;
  }
}
