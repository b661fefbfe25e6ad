package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.BillingRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Those who approve orders in Salesforce, change them, and try again what failed. */
final class Salespeople {
  private static final Duration APPROVALS = Duration.ofMinutes(12);
  private static final Duration AFTERTHOUGHTS = Duration.ofMinutes(12);
  private static final int BURST = 8;

  private final Fakes fakes;
  private final Turns turns;
  private final Luck luck;
  private final Engine engine;
  private final Customers customers;
  private final WitnessedOrders witness;
  private final List<OrderId> approved = new ArrayList<>();

  Salespeople(
      Fakes fakes,
      Turns turns,
      Luck luck,
      Engine engine,
      Customers customers,
      WitnessedOrders witness) {
    this.fakes = fakes;
    this.turns = turns;
    this.luck = luck;
    this.engine = engine;
    this.customers = customers;
    this.witness = witness;
  }

  List<OrderId> approved() {
    return approved;
  }

  void willApprove(int orders) {
    for (int number = 1; number <= orders; ) {
      int together = luck.strikes(Fault.ORDERS_OF_ONE_CLIENT) ? luck.between(2, BURST) : 1;
      int customer = customers.any();
      var at = turns.now().plus(luck.upTo(APPROVALS));
      for (int end = Math.min(orders, number + together - 1); number <= end; number++) {
        var order = AnOrder.numbered(number).withAccount(Customers.account(customer));
        turns.at(at, () -> approve(described(order)));
      }
    }
  }

  private AnOrder described(AnOrder order) {
    var described = order.withStaleError(luck.chance(0.1));
    if (luck.strikes(Fault.LINES_MISSING)) {
      described = described.withLines();
    }
    if (luck.strikes(Fault.SCHEDULED)) {
      var due = luck.between(Duration.ofMinutes(1), Duration.ofMinutes(20));
      described = described.scheduledFor(turns.now().plus(due));
    }
    return described;
  }

  private void approve(AnOrder order) {
    var id = order.order().id();
    fakes.salesforce.put(order.modifiedAt(turns.now()));
    approved.add(id);
    if (!luck.strikes(Fault.EVENT_LOST)) {
      hint(id);
    }
    if (luck.strikes(Fault.EVENT_DOUBLED)) {
      turns.after(luck.upTo(AFTERTHOUGHTS), () -> hint(id));
    }
    if (luck.strikes(Fault.OPERATOR_TAKES_BACK)) {
      turns.after(luck.upTo(AFTERTHOUGHTS), () -> takeBack(id));
    }
    if (luck.strikes(Fault.OPERATOR_EDITS)) {
      turns.after(luck.upTo(AFTERTHOUGHTS), () -> edit(id));
    }
    for (int again = 0; again < 3; again++) {
      if (luck.strikes(Fault.OPERATOR_SETS_ACTIVATING)) {
        turns.after(luck.upTo(AFTERTHOUGHTS), () -> askAgain(id));
      }
    }
  }

  void hint(OrderId order) {
    fakes.inbox.hint(List.of(Hint.of(order, HintSource.CHANGE_EVENT)));
    engine.pumpAt(turns.now());
  }

  void hintAtMany() {
    for (int each = 0; each < 20 && !approved.isEmpty(); each++) {
      hint(luck.oneOf(approved));
    }
  }

  /** Some of those who see a failure try again at once. */
  void retrySome() {
    approved.stream()
        .filter(this::isFailed)
        .filter(any -> luck.chance(0.1))
        .forEach(this::askAgain);
  }

  /** Everybody mends what can be mended, and tries again what did not go live. */
  void mendAndRetryAll() {
    for (OrderId order : approved) {
      var shown = fakes.salesforce.order(order);
      boolean parked =
          shown.isActivating()
              && fakes.ledger.factsOf(order).stream()
                  .anyMatch(LedgerFact.AttemptEnded.class::isInstance)
              && fakes.file(order).open().isEmpty();
      if (shown.isApproved() && (isFailed(order) || parked)) {
        mend(order);
        askAgain(order);
      }
    }
  }

  private void mend(OrderId order) {
    Staff.setsUp(fakes, order);
    if (fakes.salesforce.order(order).lines().isEmpty()) {
      fakes.salesforce.operatorEdits(order, same -> same.withLines(ALine.internet()));
    }
    if (fakes
        .salesforce
        .failureOf(order)
        .filter(FailureCode.BILLING_ORDER_UNMARKED::equals)
        .isPresent()) {
      fakes.ledger.state(order, new LedgerFact.Disowned(ordersOfOthers(order), "an operator"));
    }
  }

  /** What a person finds out who compares the client's orders with this one. */
  private List<BillingOrderId> ordersOfOthers(OrderId order) {
    var client = fakes.file(order).client().orElseThrow();
    var own = fakes.billing.ordersFor(order);
    return fakes.billing.office().ordersOf(client).stream()
        .filter(each -> !own.contains(each))
        .map(BillingRecord::id)
        .toList();
  }

  private void askAgain(OrderId order) {
    if (!isLive(order)) {
      fakes.salesforce.operatorSetsActivating(order);
      witness.askedAgain(order);
      if (!luck.strikes(Fault.EVENT_LOST)) {
        hint(order);
      }
    }
  }

  private void takeBack(OrderId order) {
    if (!isLive(order)) {
      fakes.salesforce.operatorSetsStatus(order, "Draft");
      hint(order);
    }
  }

  private void edit(OrderId order) {
    fakes.salesforce.operatorEdits(order, same -> same);
    hint(order);
  }

  private boolean isFailed(OrderId order) {
    return isShown("Failed", fakes.salesforce.order(order));
  }

  private boolean isLive(OrderId order) {
    return isShown("Activated", fakes.salesforce.order(order));
  }

  private static boolean isShown(String status, Order order) {
    return order.activationStatus().filter(status::equals).isPresent();
  }
}
