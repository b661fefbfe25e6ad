package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.mapping.ServiceAssignment;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.OrderStatuses;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.Map;

/** Tells Salesforce that the order is live. From here on the order cannot fail: it is owed. */
final class ConfirmActivation implements FulfillmentStep {
  private final Billing billing;
  private final WriteBacks writeBacks;
  private final Time time;

  ConfirmActivation(Billing billing, WriteBacks writeBacks, Time time) {
    this.billing = billing;
    this.writeBacks = writeBacks;
    this.time = time;
  }

  @Override
  public String name() {
    return "sf_success_update";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    var billed = fulfillment.billed().orElseThrow();
    Map<OrderItemId, List<ServiceId>> services;
    try {
      services = fulfillment.draft().map(draft -> services(draft, billed)).orElse(Map.of());
    } catch (ExternalCallException unread) {
      if (unread.halt() instanceof Halt.Refused) {
        return tell(Map.of(), fulfillment, journal); // asking again would be refused again
      }
      return new Waiting(
          time.now().plus(Backoff.after(journal.claim().deferrals())),
          "the services of WHMCS order %s could not be read".formatted(billed.id()));
    }
    return tell(services, fulfillment, journal);
  }

  private StepOutcome tell(
      Map<OrderItemId, List<ServiceId>> services, Fulfillment fulfillment, Journal journal) {
    var order = fulfillment.order();
    var activated =
        new WriteBack.Activated(
            order.id(),
            fulfillment.billed().orElseThrow().id(),
            fulfillment.client().orElseThrow(),
            order.status().filter(OrderStatuses::approves).isPresent(),
            services,
            order.opportunity());
    return writeBacks
        .sendFirst(activated, order.modifiedAt(), journal)
        .<StepOutcome>map(later -> new Waiting(later.at(), later.why()))
        .orElseGet(() -> new Completed(fulfillment));
  }

  private Map<OrderItemId, List<ServiceId>> services(BillingDraft draft, BilledOrder billed) {
    return ServiceAssignment.byPosition(draft, billed.services())
        .orElseGet(
            () ->
                ServiceAssignment.byProduct(draft, billing.services(draft.client(), billed.id())));
  }
}
