package dev.kaitsu.server;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import java.util.List;

/** How Salesforce fails to take results, until {@link Scene#calm}. */
enum WriteTrouble {
  CONNECTION_RESET,
  PAGE_502,
  SERVER_UNAVAILABLE,
  ROW_LOCKED,
  DAILY_LIMIT,
  CONCURRENT_LIMIT,
  SESSION_EXPIRED,
  ANSWER_LOST;

  private static final List<String> WRITES =
      List.of("composite", "collections.update", "sobject.update");
  private static final int LONG_ENOUGH = 500;

  void begins(SalesforceEmulator org) {
    switch (this) {
      case CONNECTION_RESET -> faults(org, Fault.before(Symptom.DROP));
      case PAGE_502 -> faults(org, Fault.before(Symptom.HTTP_502_HTML));
      case ANSWER_LOST -> faults(org, Fault.after(Symptom.DROP));
      case SERVER_UNAVAILABLE -> errors(org, ScriptedError.serverUnavailable());
      case ROW_LOCKED -> errors(org, ScriptedError.unableToLockRow());
      case DAILY_LIMIT -> errors(org, ScriptedError.dailyLimit());
      case CONCURRENT_LIMIT -> errors(org, ScriptedError.concurrentLimit());
      case SESSION_EXPIRED ->
          errors(org, new ScriptedError(401, "INVALID_SESSION_ID", "Session expired or invalid"));
    }
  }

  /** Whether the result is in place although nobody was told. */
  boolean takesEffect() {
    return this == ANSWER_LOST;
  }

  private static void faults(SalesforceEmulator org, Fault fault) {
    WRITES.forEach(write -> org.faults().script(write, fault, LONG_ENOUGH));
  }

  private static void errors(SalesforceEmulator org, ScriptedError error) {
    WRITES.forEach(write -> org.errors().next(write, error, LONG_ENOUGH));
  }
}
