package dev.kaitsu.crash.world;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.Billing;
import java.util.List;

/** Billing at the other end of a wire. */
record WiredBilling(Billing billing, Wire wire) implements Billing {
  @Override
  public boolean hasPaymentMethod(BillingClientId client) {
    return wire.carry(Call.PAYMENT_METHOD, () -> billing.hasPaymentMethod(client));
  }

  @Override
  public BillingLook look(BillingClientId client, OrderId order) {
    return wire.carry(Call.LOOK, () -> billing.look(client, order));
  }

  @Override
  public boolean allowsQuantity(ProductId product) {
    return wire.carry(Call.QUANTITY, () -> billing.allowsQuantity(product));
  }

  @Override
  public List<FormField> preview(BillingDraft draft) {
    return billing.preview(draft);
  }

  @Override
  public BilledOrder create(BillingDraft draft) {
    return wire.carry(Call.CREATE, () -> billing.create(draft));
  }

  @Override
  public void accept(BillingOrderId order) {
    wire.carry(
        Call.ACCEPT,
        () -> {
          billing.accept(order);
          return order;
        });
  }

  @Override
  public void acceptAgain(BillingOrderId order) {
    wire.carry(
        Call.ACCEPT,
        () -> {
          billing.acceptAgain(order);
          return order;
        });
  }

  @Override
  public int labelServices(BillingClientId client, BillingOrderId order, SimIdentity sim) {
    return wire.carry(Call.LABEL, () -> billing.labelServices(client, order, sim));
  }

  @Override
  public List<BilledService> services(BillingClientId client, BillingOrderId order) {
    return wire.carry(Call.SERVICES, () -> billing.services(client, order));
  }
}
