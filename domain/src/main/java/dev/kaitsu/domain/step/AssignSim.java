package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.SimOrders;
import java.util.Optional;

/**
 * Says in Salesforce's inventory whose a live SIM card is. A live SIM never fails for it: after a
 * few tries a person is told instead.
 */
final class AssignSim {
  private static final int MOST_TRIES = 5;

  private final SimOrders simOrders;
  private final FulfillmentListener listener;
  private final Time time;

  AssignSim(SimOrders simOrders, FulfillmentListener listener, Time time) {
    this.simOrders = simOrders;
    this.listener = listener;
    this.time = time;
  }

  /** When to come back; empty if the order goes on. */
  Optional<Waiting> run(Fulfillment fulfillment, Journal journal) {
    var card = fulfillment.sim().details().flatMap(SimDetails::card);
    var live = fulfillment.sim().live().orElseThrow();
    if (card.isEmpty() || live.kind().isEsim() || fulfillment.file().sim().assigned()) {
      return Optional.empty();
    }
    var order = fulfillment.order();
    journal.confirm();
    try {
      simOrders.assign(
          new SimAssignment(
              card.get().id(),
              order.id(),
              order.account(),
              fulfillment.sim().details().flatMap(SimDetails::simType)));
      journal.note(new LedgerFact.SimAssigned());
      return Optional.empty();
    } catch (ExternalCallException failure) {
      return after(failure.halt(), journal);
    }
  }

  private Optional<Waiting> after(Halt why, Journal journal) {
    int tries = journal.claim().deferrals();
    if (!(why instanceof Halt.Refused) && tries < MOST_TRIES) {
      return Optional.of(
          new Waiting(
              time.now().plus(Backoff.after(tries, why.code())),
              "Salesforce has not taken the assignment of the SIM card: " + why.code()));
    }
    journal.note(new LedgerFact.SimAssignmentRefused(why.code() + ": " + why.reason()));
    listener.simAssignmentRefused(journal.claim(), why);
    return Optional.empty();
  }
}
