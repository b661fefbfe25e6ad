package dev.kaitsu.testkit;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Billing in memory. As the real one it makes an order for every create, however often it is asked
 * for the same, and it can lose an answer after it acted.
 */
public final class InMemoryBilling implements Billing {
  /** What billing can be asked. */
  public enum Call {
    HAS_PAYMENT_METHOD,
    LOOK,
    ALLOWS_QUANTITY,
    PREVIEW,
    CREATE,
    ACCEPT,
    ACCEPT_AGAIN,
    SERVICES,
    LABEL
  }

  private final BillingOffice office = new BillingOffice();
  private final Script<Call> script;
  private final List<BillingDraft> created = new ArrayList<>();
  private final Map<BillingOrderId, OrderId> madeFor = new HashMap<>();
  private final List<BillingDraft> late = new ArrayList<>();
  private boolean nextCommitsLate;

  public InMemoryBilling() {
    this(new CrashPoints());
  }

  public InMemoryBilling(CrashPoints crashes) {
    this.script = new Script<>(crashes);
  }

  @Override
  public boolean hasPaymentMethod(BillingClientId client) {
    return script.perform(Call.HAS_PAYMENT_METHOD, () -> office.hasPaymentMethod(client));
  }

  @Override
  public BillingLook look(BillingClientId client, OrderId order) {
    return script.perform(
        Call.LOOK,
        () ->
            new BillingLook(
                office.ordersOf(client).stream().map(each -> each.seenFor(order)).toList()));
  }

  @Override
  public boolean allowsQuantity(ProductId product) {
    return script.perform(Call.ALLOWS_QUANTITY, () -> office.allowsQuantity(product));
  }

  @Override
  public List<FormField> preview(BillingDraft draft) {
    return script.perform(Call.PREVIEW, () -> BillingForm.of(draft));
  }

  @Override
  public BilledOrder create(BillingDraft draft) {
    return script.perform(Call.CREATE, () -> make(draft));
  }

  @Override
  public void accept(BillingOrderId order) {
    script.perform(Call.ACCEPT, () -> office.accept(order));
  }

  @Override
  public void acceptAgain(BillingOrderId order) {
    script.perform(Call.ACCEPT_AGAIN, () -> office.acceptAgain(order));
  }

  @Override
  public List<BilledService> services(BillingClientId client, BillingOrderId order) {
    return script.perform(Call.SERVICES, () -> office.services(client, order));
  }

  @Override
  public int labelServices(BillingClientId client, BillingOrderId order, SimIdentity sim) {
    return script.perform(Call.LABEL, () -> office.label(client, order, sim));
  }

  /** Clients, products, orders, and what staff does with them. */
  public BillingOffice office() {
    return office;
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  /** The drafts that became orders, in that order. */
  public synchronized List<BillingDraft> created() {
    return List.copyOf(created);
  }

  /** How many billing orders were made for this order, whether their markers were stored or not. */
  public synchronized int timesBilled(OrderId order) {
    return (int) created.stream().filter(draft -> draft.order().equals(order)).count();
  }

  /** Every billing order there is for this order: made for it, or carrying its marker. */
  public synchronized List<BillingRecord> ordersFor(OrderId order) {
    return office.orders().stream()
        .filter(
            each ->
                order.equals(madeFor.get(each.id()))
                    || each.marker().filter(order::equals).isPresent())
        .toList();
  }

  /** The next create makes its order, and nobody hears of it. */
  public void losesTheNextAnswer() {
    script.losesTheAnswer(Call.CREATE, FailureCode.ETIMEOUT);
  }

  /** The next create makes no order, and nobody can tell. */
  public void losesTheNextRequest() {
    script.losesTheRequest(Call.CREATE, FailureCode.ETIMEOUT);
  }

  /** The next create provably makes no order. */
  public void failsBeforeActing(FailureCode code) {
    script.failsBeforeActing(Call.CREATE, code);
  }

  /** The next create is refused. */
  public void refuses(FailureCode code, String reason) {
    script.refuses(Call.CREATE, code, reason);
  }

  /** The next create is not answered; its order appears with {@link #lateCommitArrives()}. */
  public synchronized void commitsLate() {
    nextCommitsLate = true;
  }

  /** What was asked for before the caller gave up takes effect now. */
  public synchronized void lateCommitArrives() {
    late.forEach(this::record);
    late.clear();
  }

  private synchronized BilledOrder make(BillingDraft draft) {
    if (nextCommitsLate) {
      nextCommitsLate = false;
      late.add(draft);
      throw ExternalCallException.outcomeUnknown(FailureCode.ETIMEOUT, "scripted: commits late");
    }
    return record(draft);
  }

  private BilledOrder record(BillingDraft draft) {
    var made = office.make(draft);
    created.add(draft);
    madeFor.put(made.id(), draft.order());
    return new BilledOrder(made.id(), made.serviceIds());
  }
}
