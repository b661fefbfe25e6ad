package dev.kaitsu.testkit;

import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;

/** A call that {@link SimOffice} took: it will be, or has been, applied. */
public record SimActivation(SimRequest request, SimCall call) {}
