package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.port.out.SimOrders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Salesforce says about SIMs, in memory. */
public final class InMemorySimOrders implements SimOrders {
  /** What can be asked. */
  public enum Call {
    DETAILS,
    ASSIGN
  }

  private final Script<Call> script;
  private final Map<OrderId, SimDetails> details = new HashMap<>();
  private final Map<String, OrderId> assigned = new HashMap<>();

  public InMemorySimOrders() {
    this(new CrashPoints());
  }

  public InMemorySimOrders(CrashPoints crashes) {
    this.script = new Script<>(crashes);
  }

  @Override
  public Optional<SimDetails> details(OrderId order) {
    return script.perform(Call.DETAILS, () -> held(order));
  }

  @Override
  public void assign(SimAssignment assignment) {
    var unused = script.perform(Call.ASSIGN, () -> note(assignment.card(), assignment.order()));
  }

  /** The order's SIM is described so from now on. */
  public synchronized void put(OrderId order, SimDetails described) {
    details.put(order, described);
  }

  /** Whose the inventory says the card is. */
  public synchronized Optional<OrderId> assignedTo(String card) {
    return Optional.ofNullable(assigned.get(card));
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  private synchronized Optional<SimDetails> held(OrderId order) {
    return Optional.ofNullable(details.get(order));
  }

  private synchronized OrderId note(String card, OrderId order) {
    assigned.put(card, order);
    return order;
  }
}
