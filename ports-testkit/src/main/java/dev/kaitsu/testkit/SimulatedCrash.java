package dev.kaitsu.testkit;

/** The process dies here: an error, so that nobody mistakes it for a failure to be handled. */
public final class SimulatedCrash extends Error {
  SimulatedCrash(String where) {
    super("the process dies " + where);
  }
}
