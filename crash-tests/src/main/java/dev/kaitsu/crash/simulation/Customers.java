package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;

/**
 * A few clients, each an account in Salesforce; with some of them something is missing at first.
 */
final class Customers {
  private final Fakes fakes;
  private final Luck luck;
  private final int count;

  Customers(Fakes fakes, Luck luck) {
    this.fakes = fakes;
    this.luck = luck;
    this.count = luck.between(2, 6);
    for (int number = 1; number <= count; number++) {
      if (luck.strikes(Fault.PAYMENT_METHOD_MISSING)) {
        fakes.billing.office().clientWithoutPaymentMethod(client(number));
      } else {
        fakes.billing.office().clientWithPaymentMethod(client(number));
      }
      if (!luck.strikes(Fault.MAPPING_MISSING)) {
        fakes.customers.link(account(number), client(number));
      }
    }
  }

  int any() {
    return luck.between(1, count);
  }

  void mendAll() {
    for (int number = 1; number <= count; number++) {
      fakes.billing.office().clientWithPaymentMethod(client(number));
      fakes.customers.link(account(number), client(number));
    }
  }

  void staffOrdersForOne() {
    fakes.billing.office().staffOrders(client(any()));
  }

  static AccountId account(int number) {
    return new AccountId("0015g00000%05d".formatted(number));
  }

  static BillingClientId client(int number) {
    return new BillingClientId(number);
  }
}
