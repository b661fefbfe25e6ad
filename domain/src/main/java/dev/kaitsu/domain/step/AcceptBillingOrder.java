package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.Billing;

/** Accepts the billing order, which sets up its services. */
final class AcceptBillingOrder implements FulfillmentStep {
  private final Billing billing;
  private final ReadAgain readAgain;
  private final LabelServices labels;

  AcceptBillingOrder(Billing billing, ReadAgain readAgain, LabelServices labels) {
    this.billing = billing;
    this.readAgain = readAgain;
    this.labels = labels;
  }

  @Override
  public String name() {
    return "whmcs_accept";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (fulfillment.accepted()) {
      return labelled(fulfillment, journal);
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
    return labelled(ready.fulfillment().billedAs(billed, true), journal);
  }

  private StepOutcome labelled(Fulfillment fulfillment, Journal journal) {
    return labels
        .run(fulfillment, journal)
        .<StepOutcome>map(later -> later)
        .orElseGet(() -> new Completed(fulfillment));
  }
}
