package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads orders by one query; what remains of a long list of lines is each caller's to fetch. */
final class OrderReads implements Shareable<OrderId, Optional<Order>> {
  // About 3 KB of the 16 KB that Salesforce takes as address and headers.
  private static final int MOST_IDS = 100;
  private static final String OPERATION = "find";

  private final Rows rows;
  private final OrderQueries queries;
  private final OrderReader reader;

  OrderReads(SalesforceRest rest, SalesforceFields fields) {
    this.rows = new Rows(rest);
    this.queries = new OrderQueries(fields);
    this.reader = new OrderReader(fields);
  }

  @Override
  public int room() {
    return MOST_IDS;
  }

  @Override
  public int size(OrderId id) {
    return 1;
  }

  @Override
  public Supplier<Optional<Order>> alone(OrderId id) {
    var found = rows.query(OPERATION, queries.order(id)).stream().findFirst();
    return () -> found.map(this::order);
  }

  @Override
  public List<Supplier<Optional<Order>>> together(List<OrderId> ids) {
    var found = new HashMap<OrderId, JsonNode>();
    boolean odd = false;
    for (JsonNode row : rows.query(OPERATION, queries.orders(ids))) {
      var id = OrderReader.findId(row);
      id.ifPresent(readable -> found.put(readable, row));
      odd |= id.isEmpty();
    }
    boolean complete = !odd;
    return ids.stream().map(id -> rest(id, Optional.ofNullable(found.get(id)), complete)).toList();
  }

  /** A row that does not say whose it is may be anybody's who has none. */
  private Supplier<Optional<Order>> rest(OrderId id, Optional<JsonNode> row, boolean complete) {
    return row.isPresent() || complete ? () -> row.map(this::order) : () -> alone(id).get();
  }

  private Order order(JsonNode row) {
    return reader.order(row, rows.children(OPERATION, row, "OrderItems"));
  }
}
