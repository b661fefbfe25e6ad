package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.sim.SimCard;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.SimOrders;
import java.time.Duration;
import java.util.Optional;

/**
 * Says in Salesforce's inventory whose a live SIM card is. A live SIM never fails for it: after two
 * minutes a person is told instead.
 */
final class AssignSim {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    if (!isTheOne(card.get(), live, order.id())) {
      return givenUp(
          new Halt.Refused(
              FailureCode.SIM_ORDER_CHANGED,
              "the order names another SIM card than the one that was activated, or one that is"
                  + " another order's"),
          journal);
    }
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
      return after(failure.halt(), fulfillment.file(), journal);
    }
  }

  private static boolean isTheOne(SimDetails.Card card, SimIdentity live, OrderId order) {
    boolean same =
        card.productNumber()
            .map(String::strip)
            .equals(live.productNumber().map(ProductNumber::value));
    return same && card.assignedOrder().filter(other -> !SimCard.isOrder(other, order)).isEmpty();
  }

  private Optional<Waiting> after(Halt why, CaseFile file, Journal journal) {
    boolean early =
        file.sim().lastDoneAt().filter(at -> file.now().isAfter(at.plus(PATIENCE))).isEmpty();
    return !(why instanceof Halt.Refused) && early
        ? Optional.of(
            new Waiting(
                time.now().plus(Backoff.after(journal.claim().deferrals(), why.code())),
                "Salesforce has not taken the assignment of the SIM card: " + why.code()))
        : givenUp(why, journal);
  }

  private Optional<Waiting> givenUp(Halt why, Journal journal) {
    journal.note(new LedgerFact.SimAssignmentRefused(why.code() + ": " + why.reason()));
    listener.simAssignmentRefused(journal.claim(), why);
    return Optional.empty();
  }
}
