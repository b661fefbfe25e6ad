package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.adapter.salesforce.CompositeCall.Failure;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders as Salesforce keeps them. A read is one query; a write is one call, and a second one only
 * where a locked row or an opportunity that cannot be written demands it. Safe for use by many
 * threads.
 */
public final class SalesforceOrders implements Orders {
  private static final Logger log = LoggerFactory.getLogger(SalesforceOrders.class);

  private final SalesforceConfig config;
  private final SalesforceRest rest;
  private final Rows rows;
  private final OrderQueries queries;
  private final OrderReader reader;
  private final CompositeCall composite;

  public SalesforceOrders(SalesforceSession session) {
    this.config = session.config();
    this.rest = new SalesforceRest(session);
    this.rows = new Rows(rest);
    this.queries = new OrderQueries(config.fields());
    this.reader = new OrderReader(config.fields());
    this.composite = new CompositeCall(rest);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return rows.query("find", queries.order(id)).stream()
        .map(row -> reader.order(row, rows.children("find", row, "OrderItems")))
        .findFirst();
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
    var failure = submit("write", plan);
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
        writeBack.order(),
        plan.opportunity().map(RecordUpdate::id).orElse("?"),
        refusal.inShort(),
        FieldRemedy.of(refusal, config.fields()));
  }

  private void require(String operation, WritePlan plan) {
    var failure = submit(operation, plan);
    if (failure.isPresent()) {
      throw failure.get().refusal().ofWrite(config.fields());
    }
  }

  private Optional<Failure> submit(String operation, WritePlan plan) {
    return RowLockPatience.retrying(() -> submitOnce(operation, plan));
  }

  private Optional<Failure> submitOnce(String operation, WritePlan plan) {
    if (plan.isOrderOnly()) {
      var path = rest.versioned(plan.order().resource());
      return rest.write(operation, "PATCH", path, plan.order().values())
          .refusal()
          .map(refusal -> new Failure(refusal, false));
    }
    var reply = rest.write(operation, "POST", rest.versioned("/composite"), composite.body(plan));
    return reply.refusal().isPresent()
        ? reply.refusal().map(refusal -> new Failure(refusal, false))
        : composite.failure(reply.body());
  }
}
