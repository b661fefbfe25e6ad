package dev.kaitsu.crash.world;

/** The process dies here: an error, so that nobody mistakes it for a failure to be handled. */
public final class ProcessDeath extends Error {
  public ProcessDeath(String where) {
    super("the process dies " + where);
  }
}
