package dev.kaitsu.testkit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderStatuses;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Salesforce in memory: holds orders, applies what is written, and can be edited by operators. */
public final class InMemoryOrders implements Orders {
  /** What Salesforce can be asked. */
  public enum Call {
    FIND,
    AWAITING,
    CLEAR_ERROR,
    WRITE
  }

  private static final String COMPLETED = "Completed";

  private final SettableClock clock;
  private final Script<Call> script;
  private final Map<OrderId, Order> orders = new TreeMap<>(Comparator.comparing(OrderId::value));
  private final List<WriteBack> writes = new ArrayList<>();

  public InMemoryOrders() {
    this(new SettableClock(), new CrashPoints());
  }

  public InMemoryOrders(SettableClock clock, CrashPoints crashes) {
    this.clock = clock;
    this.script = new Script<>(crashes);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return script.perform(Call.FIND, () -> held(id));
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return script.perform(Call.AWAITING, this::awaiting);
  }

  @Override
  public void clearError(OrderId id) {
    script.perform(Call.CLEAR_ERROR, () -> change(id, order -> order.withStaleError(false)));
  }

  @Override
  public void write(WriteBack writeBack) {
    script.perform(Call.WRITE, () -> apply(writeBack));
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  public void put(AnOrder order) {
    put(order.order());
  }

  public synchronized void put(Order order) {
    orders.put(order.id(), order);
  }

  /** The order as it is now, without a call. */
  public synchronized Order order(OrderId id) {
    return held(id).orElseThrow(() -> new AssertionError("no order " + id + " in Salesforce"));
  }

  /** The result that took effect last; empty if none ever did. */
  public synchronized Optional<WriteBack> lastWriteOf(OrderId id) {
    return writes.stream().filter(each -> each.order().equals(id)).reduce((first, last) -> last);
  }

  /** The code the order shows, if it shows a failure. */
  public synchronized Optional<FailureCode> failureOf(OrderId id) {
    return lastWriteOf(id)
        .filter(last -> order(id).activationStatus().filter("Failed"::equals).isPresent())
        .map(last -> ((WriteBack.Failed) last).code());
  }

  /** Every result that took effect, in that order. */
  public synchronized List<WriteBack> writes() {
    return List.copyOf(writes);
  }

  /** An operator asks for another attempt. */
  public void operatorSetsActivating(OrderId id) {
    operatorEdits(id, order -> order.withActivationStatus(Order.ACTIVATING));
  }

  public void operatorSetsStatus(OrderId id, String status) {
    operatorEdits(id, order -> order.withStatus(status));
  }

  /** An operator changes anything; the order's time of change moves with it. */
  public void operatorEdits(OrderId id, UnaryOperator<AnOrder> edit) {
    change(id, edit);
  }

  /** The order is deleted, or no longer shown to us. */
  public synchronized void hide(OrderId id) {
    orders.remove(id);
  }

  private synchronized Optional<Order> held(OrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  private synchronized List<OrderId> awaiting() {
    return orders.values().stream()
        .filter(order -> order.isActivating() && order.isApproved() && order.billedAs().isEmpty())
        .map(Order::id)
        .toList();
  }

  private synchronized boolean apply(WriteBack writeBack) {
    change(
        writeBack.order(),
        order ->
            writeBack instanceof WriteBack.Activated activated
                ? activate(order, activated)
                : order.withActivationStatus("Failed").withStaleError(true));
    return writes.add(writeBack);
  }

  private static AnOrder activate(AnOrder order, WriteBack.Activated activated) {
    var completes =
        activated.completesStatus()
            && order.order().status().filter(OrderStatuses::approves).isPresent();
    var live =
        order
            .withActivationStatus("Activated")
            .withStaleError(false)
            .billedAs(activated.billedAs().toString());
    return completes ? live.withStatus(COMPLETED) : live;
  }

  private synchronized Order change(OrderId id, UnaryOperator<AnOrder> change) {
    var before =
        held(id)
            .orElseThrow(
                () ->
                    ExternalCallException.refused(
                        FailureCode.SALESFORCE_REFUSED, "no order " + id + " is shown to us"));
    var now = clock.instant();
    var later = before.modifiedAt().plusMillis(1);
    var after =
        change.apply(AnOrder.like(before)).modifiedAt(now.isAfter(later) ? now : later).order();
    orders.put(id, after);
    return after;
  }
}
