package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.testkit.BillingRecord;
import java.util.List;

/** The people who work in WHMCS, and do not tell. */
final class Staff {
  private Staff() {}

  /** Right before AcceptOrder takes effect. */
  static void actsBeforeAccept(Fakes fakes, Luck luck, OrderId order) {
    var office = fakes.billing.office();
    var pending = with(BillingOrderStatus.PENDING, fakes, order);
    if (luck.strikes(Fault.SETUP_FAILS)) {
      office.nextSetupFails();
    } else if (luck.strikes(Fault.STAFF_ACCEPTS_FIRST)) {
      pending.stream().limit(1).forEach(office::staffAccepts);
    } else if (luck.strikes(Fault.STAFF_CANCELS)) {
      pending.forEach(office::staffCancels);
    } else if (luck.strikes(Fault.STAFF_MARKS_FRAUD)) {
      pending.forEach(office::staffMarksFraud);
    }
  }

  /** Sets up by hand what the modules failed to. */
  static void setsUp(Fakes fakes, OrderId order) {
    fakes.billing.ordersFor(order).stream()
        .filter(each -> each.status() == BillingOrderStatus.ACTIVE)
        .filter(each -> !each.services().stream().allMatch(BilledService::active))
        .map(BillingRecord::id)
        .forEach(fakes.billing.office()::staffAccepts);
  }

  private static List<BillingOrderId> with(BillingOrderStatus status, Fakes fakes, OrderId order) {
    return fakes.billing.ordersFor(order).stream()
        .filter(each -> each.status() == status)
        .map(BillingRecord::id)
        .toList();
  }
}
