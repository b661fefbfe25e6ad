package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.Billing;

/** Accepts the billing order, which sets up its services. */
final class AcceptBillingOrder implements FulfillmentStep {
  private final Billing billing;
  private final ReadAgain readAgain;

  AcceptBillingOrder(Billing billing, ReadAgain readAgain) {
    this.billing = billing;
    this.readAgain = readAgain;
  }

  @Override
  public String name() {
    return "whmcs_accept";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (fulfillment.accepted()) {
      return new Completed(fulfillment);
    }
    var fresh = readAgain.ifStale(fulfillment);
    if (!(fresh instanceof Completed ready)) {
      return fresh;
    }
    var billed = ready.fulfillment().billed().orElseThrow();
    journal.write(new LedgerFact.AcceptSent()); // fenced: a node that lost the order stops here
    journal.confirm();
    if (ready.fulfillment().file().acceptSent()) {
      billing.acceptAgain(billed.id());
    } else {
      billing.accept(billed.id());
    }
    journal.note(new LedgerFact.Accepted());
    return new Completed(ready.fulfillment().billedAs(billed, true));
  }
}
