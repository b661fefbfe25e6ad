package dev.kaitsu.model.sim;

import java.util.List;

/** The four ways to activate a SIM, each with the operator's calls it takes, in order. */
public enum SimKind {
  ESIM_NEW(SimCall.ESIM_ACTIVATION),
  ESIM_PORT_IN(SimCall.ESIM_ACTIVATION),
  PHYSICAL_NEW(SimCall.ACCOUNT_REGISTRATION),
  PHYSICAL_PORT_IN(SimCall.SEMI_BLACK_REGISTRATION);

  private final SimCall first;

  SimKind(SimCall first) {
    this.first = first;
  }

  /** The calls, in order: a physical SIM's voice options are registered by a call of their own. */
  public List<SimCall> calls() {
    return isEsim() ? List.of(first) : List.of(first, SimCall.VOICE_REGISTRATION);
  }

  public boolean isEsim() {
    return this == ESIM_NEW || this == ESIM_PORT_IN;
  }

  public boolean isPortIn() {
    return this == ESIM_PORT_IN || this == PHYSICAL_PORT_IN;
  }
}
