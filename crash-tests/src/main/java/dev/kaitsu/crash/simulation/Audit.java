package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Holds the promises against the books of billing and Salesforce, at every step. */
final class Audit {
  /** A promise that was not kept to an order. */
  record Breach(OrderId order, String what) {}

  private final Fakes fakes;
  private final List<Breach> breaches = new ArrayList<>();
  private final Set<OrderId> setAside = new HashSet<>();

  Audit(Fakes fakes) {
    this.fakes = fakes;
  }

  List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  void broken(OrderId order, AssertionError wrong) {
    broken(order, String.valueOf(wrong.getMessage()));
  }

  void broken(OrderId order, String what) {
    breaches.add(new Breach(order, what));
  }

  void afterLook(OrderId order, WorkOutcome outcome) {
    if (outcome instanceof WorkOutcome.SetAside) {
      setAside.add(order);
    } else {
      setAside.remove(order);
    }
    billedOnce(order);
  }

  /** An order with something left to do is due, held, or waits for its takeover. */
  void nobodyIsForgotten(List<OrderId> orders, Predicate<OrderId> isHeld) {
    for (OrderId order : orders) {
      if (isUnfinished(order)
          && fakes.store.dueAt(order).isEmpty()
          && !isHeld.test(order)
          && !setAside.contains(order)) {
        broken(order, "it is not finished, and nobody will look at it again");
      }
    }
    fakes.store.stranded().stream()
        .filter(order -> !isHeld.test(order))
        .forEach(order -> broken(order, "it is stranded"));
  }

  /** After all faults have stopped, and operators have tried again. */
  void ended(OrderId order, boolean markersAreKept) {
    billedOnce(order);
    if (isUnfinished(order) || fakes.store.dueAt(order).isPresent()) {
      broken(order, "it never ended");
    }
    var salesforce = fakes.salesforce.order(order);
    var shown = salesforce.activationStatus().orElse("empty");
    if (shown.equals("Activated")) {
      showsItsOwn(order, salesforce.billedAs().orElse("nothing"));
    } else if (shown.equals("Failed")) {
      failedForGoodReason(order, markersAreKept);
    } else if (salesforce.isApproved()) {
      broken(order, "it ended " + shown);
    }
  }

  private boolean isUnfinished(OrderId order) {
    var file = fakes.file(order);
    return file.open().isPresent() || file.owed().isPresent() || file.searching();
  }

  private void billedOnce(OrderId order) {
    if (fakes.billing.timesBilled(order) > 1) {
      broken(order, "it was billed twice");
    }
    if (accepted(order).size() > 1) {
      broken(order, "two WHMCS orders of it are accepted: " + accepted(order));
    }
  }

  private void showsItsOwn(OrderId order, String shown) {
    if (!accepted(order).equals(List.of(shown))) {
      broken(order, "Salesforce shows %s, accepted is %s".formatted(shown, accepted(order)));
    }
  }

  /** What nobody but a person can put right; anything else should have been live by now. */
  private void failedForGoodReason(OrderId order, boolean markersAreKept) {
    var code = fakes.salesforce.failureOf(order);
    if (code.isEmpty() || !fakes.salesforce.order(order).staleError()) {
      broken(order, "it is Failed without a code");
      return;
    }
    if (!fakes.salesforce.order(order).isApproved()) {
      return; // taken back since: nobody tries it again
    }
    boolean reason =
        switch (code.get()) {
          case BILLING_ORDER_CANCELLED, BILLING_ORDER_FRAUD -> accepted(order).isEmpty();
          case BILLING_ORDER_UNMARKED ->
              !markersAreKept && !fakes.billing.ordersFor(order).isEmpty();
          default -> false;
        };
    if (!reason) {
      broken(order, "it is still Failed with " + code.get());
    }
  }

  private List<String> accepted(OrderId order) {
    return fakes.billing.ordersFor(order).stream()
        .filter(each -> each.status() == BillingOrderStatus.ACTIVE)
        .map(each -> each.id().toString())
        .toList();
  }
}
