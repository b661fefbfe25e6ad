package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.port.out.SimOrders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The SIMs of orders as Salesforce keeps them: one query for the order and its products, one each
 * for the card and the contact it names. Safe for use by many threads.
 */
public final class SalesforceSimOrders implements SimOrders {
  private static final String OPERATION = "sim";
  private static final BigDecimal MANY = BigDecimal.valueOf(100);

  private final SalesforceRest rest;
  private final SalesforceFields fields;
  private final Rows rows;
  private final KnownSimFields known;
  private final Optional<String> assignedStatus;

  /** Reads and writes as the session's user. */
  public SalesforceSimOrders(SalesforceSession session) {
    var names = session.config().simFields();
    this.rest = new SalesforceRest(session);
    this.fields = session.config().fields();
    this.rows = new Rows(rest);
    this.known = new KnownSimFields(rest, names, System::nanoTime);
    this.assignedStatus = names.assignedStatus();
  }

  @Override
  public Optional<SimDetails> details(OrderId order) {
    var columns = columns(SimObject.ORDER);
    var items =
        columns(SimObject.PRODUCT).stream()
            .map(column -> "Product2." + column)
            .reduce("Id, Quantity", (before, column) -> before + ", " + column);
    var found =
        query(
            "SELECT %s, (SELECT %s FROM OrderItems) FROM Order WHERE Id = '%s'"
                .formatted(String.join(", ", columns), items, order));
    return found.map(this::read);
  }

  @Override
  public void assign(SimAssignment assignment) {
    var there = known.of(SimObject.CARD);
    var values = Json.newObject();
    if (there.contains(SimField.CARD_ASSIGNED_ORDER)) {
      values.put(known.name(SimField.CARD_ASSIGNED_ORDER), assignment.order().value());
    }
    if (there.contains(SimField.CARD_ASSIGNED_ACCOUNT)) {
      assignment
          .account()
          .ifPresent(id -> values.put(known.name(SimField.CARD_ASSIGNED_ACCOUNT), id.value()));
    }
    if (there.contains(SimField.CARD_SIM_TYPE)) {
      assignment.simType().ifPresent(type -> values.put(known.name(SimField.CARD_SIM_TYPE), type));
    }
    if (there.contains(SimField.CARD_STATUS)) {
      assignedStatus.ifPresent(status -> values.put(known.name(SimField.CARD_STATUS), status));
    }
    if (values.isEmpty()) {
      return; // the org keeps no inventory
    }
    var card = new RecordUpdate(SimObject.CARD.apiName(), assignment.card(), values);
    var reply = rest.write("sim_assign", "PATCH", rest.versioned(card.resource()), values);
    if (reply.refusal().isPresent()) {
      throw reply.refusal().get().ofWrite(fields);
    }
  }

  private SimDetails read(JsonNode order) {
    var row = new SimRow(order, known.of(SimObject.ORDER), known);
    var plans = new ArrayList<String>();
    for (JsonNode item : rows.children(OPERATION, order, "OrderItems")) {
      new SimRow(item.path("Product2"), known.of(SimObject.PRODUCT), known)
          .text(SimField.PRODUCT_PLAN_CODE)
          .ifPresent(code -> plans.addAll(Collections.nCopies(units(item), code)));
    }
    return row.details(
        plans,
        row.id(SimField.ORDER_SIM_CARD).flatMap(id -> related(SimObject.CARD, id)),
        row.id(SimField.ORDER_CONTACT).flatMap(id -> related(SimObject.CONTACT, id)));
  }

  /** One, or as many as show that it is not one. */
  private static int units(JsonNode item) {
    var quantity = Json.number(item, "Quantity").orElse(BigDecimal.ONE);
    return quantity.compareTo(BigDecimal.ONE) == 0 ? 1 : Math.max(2, quantity.min(MANY).intValue());
  }

  private Optional<SimRow> related(SimObject object, String id) {
    return query(
            "SELECT %s FROM %s WHERE Id = '%s'"
                .formatted(String.join(", ", columns(object)), object.apiName(), id))
        .map(row -> new SimRow(row, known.of(object), known));
  }

  /** A field named twice in one query is an error in Salesforce. */
  private Set<String> columns(SimObject object) {
    var columns = new LinkedHashSet<String>();
    if (object != SimObject.PRODUCT) {
      columns.add("Id");
    }
    known.of(object).forEach(field -> columns.add(known.name(field)));
    return columns;
  }

  private Optional<JsonNode> query(String soql) {
    return rows.query(OPERATION, soql).stream().findFirst();
  }
}
