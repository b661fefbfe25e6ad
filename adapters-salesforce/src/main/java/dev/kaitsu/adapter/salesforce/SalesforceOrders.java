package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.adapter.salesforce.CompositeCall.Failure;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders as Salesforce keeps them. A read is one query; a write is one call, and a second one only
 * where a locked row or an opportunity that cannot be written demands it. Safe for use by many
 * threads, which share calls while others are under way; writes of one order keep their order.
 *
 * <p>In a shared write each record stands for itself. If one is refused, its order is written again
 * alone, all or nothing; what the shared write put in place for it stays.
 */
public final class SalesforceOrders implements Orders {
  private static final Logger log = LoggerFactory.getLogger(SalesforceOrders.class);

  private final SalesforceConfig config;
  private final Rows rows;
  private final OrderQueries queries;
  private final OrderWrites writes;
  private final SharedCall<OrderId, Optional<Order>> sharedReads;
  private final SharedCall<WritePlan, Optional<Failure>> sharedWrites;
  private final InTurn<String> writing = new InTurn<>();

  /** Orders of which nobody's call waits for others to join it. */
  public SalesforceOrders(SalesforceSession session) {
    this(session, () -> false);
  }

  /**
   * Orders whose calls are fewer in a crowd.
   *
   * @param crowd whether as many orders are worked on as can be, so that others wait anyway; asked
   *     from many threads, must be quick
   */
  public SalesforceOrders(SalesforceSession session, BooleanSupplier crowd) {
    this.config = session.config();
    var rest = new SalesforceRest(session);
    this.rows = new Rows(rest);
    this.queries = new OrderQueries(config.fields());
    this.writes = new OrderWrites(rest, config.fields());
    this.sharedReads = shared(new OrderReads(rest, config.fields()), crowd, session);
    this.sharedWrites = shared(writes, crowd, session);
  }

  private static <Q, A> SharedCall<Q, A> shared(
      Shareable<Q, A> call, BooleanSupplier crowd, SalesforceSession session) {
    return new SharedCall<>(call, crowd, Ticks.SYSTEM, session.calls());
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return sharedReads.ask(id);
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return rows.query("sweep", queries.awaitingFulfillment()).stream()
        .map(OrderReader::orderId)
        .toList();
  }

  @Override
  public void clearError(OrderId id) {
    require("clear_error", WritePlan.clearedError(id, config.fields()));
  }

  @Override
  public void write(WriteBack writeBack) {
    var plan = WritePlan.of(writeBack, config);
    writing.act(plan.order().id(), () -> write(plan));
  }

  private void write(WritePlan plan) {
    var failure = sharedWrites.ask(plan);
    if (failure.isEmpty()) {
      return;
    }
    var refusal = failure.get().refusal();
    if (!failure.get().isOfOpportunity() || refusal.isRowLock()) {
      throw refusal.ofWrite(config.fields());
    }
    // The order is live and must say so, whatever keeps its opportunity from being linked.
    require("write", plan.withoutOpportunity());
    log.warn(
        "order {} is written, but its opportunity {} could not be linked to billing: {}{}",
        plan.order().id(),
        plan.opportunity().map(RecordUpdate::id).orElse("?"),
        refusal.inShort(),
        FieldRemedy.of(refusal, config.fields()));
  }

  private void require(String operation, WritePlan plan) {
    var failure = writes.submit(operation, plan).get();
    if (failure.isPresent()) {
      throw failure.get().refusal().ofWrite(config.fields());
    }
  }
}
