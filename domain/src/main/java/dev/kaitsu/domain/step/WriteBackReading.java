package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.OwedWriteBack;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderStatuses;
import dev.kaitsu.model.WriteBack;

/** What to do about a write-back that may have been sent before, given the record as it is now. */
sealed interface WriteBackReading {
  /** The record shows our result already: only the answer was lost. */
  record Taken() implements WriteBackReading {}

  /** Somebody changed the record since: our result is no longer wanted there. */
  record Drop(String reason) implements WriteBackReading {}

  record Send(WriteBack writeBack) implements WriteBackReading {}

  static WriteBackReading of(OwedWriteBack owed, Order now) {
    return owed.writeBack() instanceof WriteBack.Activated activated
        ? ofActivated(activated, now)
        : ofFailed((WriteBack.Failed) owed.writeBack(), owed, now);
  }

  private static WriteBackReading ofActivated(WriteBack.Activated activated, Order now) {
    var ours = activated.billedAs().toString();
    boolean shown = now.billedAs().filter(ours::equals).isPresent();
    if (shown && now.activationStatus().filter("Activated"::equals).isPresent()) {
      return new Taken();
    }
    if (now.billedAs().isPresent() && !shown) {
      return new Drop(
          "Salesforce shows WHMCS order %s, ours is %s".formatted(now.billedAs().get(), ours));
    }
    // The bill exists, so it must be told; but Status belongs to whoever changed it since.
    boolean completesStatus = now.status().filter(OrderStatuses::approves).isPresent();
    return new Send(
        new WriteBack.Activated(
            activated.order(),
            activated.billedAs(),
            activated.client(),
            completesStatus,
            activated.services(),
            activated.opportunity()));
  }

  private static WriteBackReading ofFailed(WriteBack.Failed failed, OwedWriteBack owed, Order now) {
    if (now.activationStatus().filter("Failed"::equals).isPresent()) {
      return new Taken();
    }
    if (!now.isActivating()) {
      return new Drop(
          "Activation_Status__c is %s by now".formatted(now.activationStatus().orElse("empty")));
    }
    return now.modifiedAt().equals(owed.orderModifiedAt())
        ? new Send(failed)
        : new Drop("the order was changed since, and asks for activation again");
  }
}
