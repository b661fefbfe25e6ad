package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the line's number and its SIM to the accepted services. An accepted order never fails for
 * it: after two minutes a person is told instead.
 */
final class LabelServices {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Billing billing;
  private final FulfillmentListener listener;
  private final Time time;

  LabelServices(Billing billing, FulfillmentListener listener, Time time) {
    this.billing = billing;
    this.listener = listener;
    this.time = time;
  }

  /** When to come back; empty if the order goes on. */
  Optional<Waiting> run(Fulfillment fulfillment, Journal journal) {
    var live = fulfillment.sim().live();
    if (live.isEmpty() || fulfillment.file().sim().labelled()) {
      return Optional.empty();
    }
    var billed = fulfillment.billed().orElseThrow();
    journal.confirm();
    try {
      int labelled =
          billing.labelServices(fulfillment.client().orElseThrow(), billed.id(), live.get());
      if (labelled == 0) {
        return unlabelled(
            "no service of WHMCS order %s has the SIM's custom fields".formatted(billed.id()),
            journal);
      }
      journal.note(new LedgerFact.ServicesLabelled());
      return Optional.empty();
    } catch (ExternalCallException failure) {
      var file = fulfillment.file();
      boolean late =
          file.acceptedAt().filter(at -> file.now().isAfter(at.plus(PATIENCE))).isPresent();
      return failure.halt() instanceof Halt.Refused || late
          ? unlabelled(failure.halt().code() + ": " + failure.halt().reason(), journal)
          : Optional.of(
              new Waiting(
                  time.now().plus(Backoff.after(journal.claim().deferrals())),
                  "WHMCS has not taken the SIM's custom fields: " + failure.halt().code()));
    }
  }

  private Optional<Waiting> unlabelled(String reason, Journal journal) {
    journal.note(new LedgerFact.ServicesUnlabelled(reason));
    listener.servicesUnlabelled(journal.claim(), reason);
    return Optional.empty();
  }
}
