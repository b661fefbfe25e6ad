package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerFact;
import java.util.Map;
import java.util.Optional;

/** The stored name of each kind of fact: a stored format, so a name is never changed. */
final class FactKinds {
  private static final Map<String, Class<? extends LedgerFact>> BY_NAME =
      Map.ofEntries(
          Map.entry("AttemptStarted", LedgerFact.AttemptStarted.class),
          Map.entry("StepFinished", LedgerFact.StepFinished.class),
          Map.entry("CreationSent", LedgerFact.CreationSent.class),
          Map.entry("Billed", LedgerFact.Billed.class),
          Map.entry("CreationRefused", LedgerFact.CreationRefused.class),
          Map.entry("CreationUnanswered", LedgerFact.CreationUnanswered.class),
          Map.entry("DuplicatesFound", LedgerFact.DuplicatesFound.class),
          Map.entry("LostOrderFound", LedgerFact.LostOrderFound.class),
          Map.entry("LookClosed", LedgerFact.LookClosed.class),
          Map.entry("Disowned", LedgerFact.Disowned.class),
          Map.entry("AcceptSent", LedgerFact.AcceptSent.class),
          Map.entry("Accepted", LedgerFact.Accepted.class),
          Map.entry("Halted", LedgerFact.Halted.class),
          Map.entry("WriteBackOwed", LedgerFact.WriteBackOwed.class),
          Map.entry("WriteBackSent", LedgerFact.WriteBackSent.class),
          Map.entry("WriteBackDelivered", LedgerFact.WriteBackDelivered.class),
          Map.entry("WriteBackDropped", LedgerFact.WriteBackDropped.class),
          Map.entry("WriteBackParked", LedgerFact.WriteBackParked.class),
          Map.entry("AttemptEnded", LedgerFact.AttemptEnded.class),
          Map.entry("SimCallSent", LedgerFact.SimCallSent.class),
          Map.entry("SimCallRefused", LedgerFact.SimCallRefused.class),
          Map.entry("SimCallUnanswered", LedgerFact.SimCallUnanswered.class),
          Map.entry("SimCallDone", LedgerFact.SimCallDone.class),
          Map.entry("LostSimCallFound", LedgerFact.LostSimCallFound.class),
          Map.entry("SimLookClosed", LedgerFact.SimLookClosed.class),
          Map.entry("SimAttested", LedgerFact.SimAttested.class),
          Map.entry("SimAssigned", LedgerFact.SimAssigned.class),
          Map.entry("SimAssignmentRefused", LedgerFact.SimAssignmentRefused.class),
          Map.entry("ServicesLabelled", LedgerFact.ServicesLabelled.class),
          Map.entry("ServicesUnlabelled", LedgerFact.ServicesUnlabelled.class),
          Map.entry("Skipped", LedgerFact.Skipped.class));

  private FactKinds() {}

  static Optional<Class<? extends LedgerFact>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The stored name; every kind has one, a test sees to it. */
  static String nameOf(LedgerFact fact) {
    return fact.getClass().getSimpleName();
  }
}
