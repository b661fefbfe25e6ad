package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.SalesforceField;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.OrdersUnclear;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Change Data Capture of orders. */
final class ChangeEvents implements EventReader {
  private static final String STATUS = "Status";
  private static final String NO_RECORD = "000000000000000";

  private final InstantSource clock;
  private final String activationStatus;
  private final Set<String> schedule;
  private final Set<String> customerFacing;

  ChangeEvents(SalesforceFields fields, InstantSource clock) {
    this.clock = clock;
    this.activationStatus = fields.name(SalesforceField.ORDER_ACTIVATION_STATUS);
    this.schedule =
        Stream.of(
                SalesforceField.ORDER_ACTIVATION_TYPE,
                SalesforceField.ORDER_ACTIVATION_SCHEDULED_AT)
            .filter(fields::has)
            .map(fields::name)
            .collect(Collectors.toUnmodifiableSet());
    this.customerFacing = CustomerFacingFields.names(fields);
  }

  @Override
  public Reading read(Arrival arrival, GenericRecord event) {
    var header = ChangeHeader.of(event);
    var irrelevant = new Irrelevant(header.key(arrival), arrival.replayId());
    if (!header.entity().equals("Order") || header.changeType().equals("DELETE")) {
      return Reading.of(irrelevant);
    }
    if (header.changeType().equals("GAP_OVERFLOW")) {
      return new Reading(irrelevant, Optional.of("more changes in one transaction than events"));
    }
    var orders = orders(header);
    Optional<String> gap =
        !orders.isEmpty() && orders.size() == header.recordIds().size()
            ? Optional.empty()
            : Optional.of("a change event that does not name every order it is about");
    return new Reading(orders.isEmpty() ? irrelevant : about(orders, header, arrival, event), gap);
  }

  private StreamEvent about(
      List<OrderId> orders, ChangeHeader header, Arrival arrival, GenericRecord event) {
    var key = header.key(arrival);
    var committed = header.committedAt().orElseGet(clock::instant);
    Set<String> changed;
    if (header.changeType().equals("UPDATE") && !header.changed().isEmpty()) {
      changed = header.changed();
    } else if (Set.of("CREATE", "UNDELETE").contains(header.changeType())) {
      changed = present(event);
    } else {
      // A gap, an update that marks nothing, or a kind of change not known yet: only the order
      // itself can tell.
      return new OrdersUnclear(key, arrival.replayId(), committed, orders);
    }
    return new OrdersChanged(
        key,
        arrival.replayId(),
        committed,
        orders,
        newValue(activationStatus, changed, event),
        newValue(STATUS, changed, event),
        !Collections.disjoint(changed, schedule),
        !Collections.disjoint(changed, customerFacing));
  }

  /** A value that was taken away is an empty text: it changed, and to nothing that counts. */
  private static Optional<String> newValue(String field, Set<String> changed, GenericRecord event) {
    return changed.contains(field)
        ? Optional.of(EventFields.text(event, field).orElse(""))
        : Optional.empty();
  }

  private static Set<String> present(GenericRecord event) {
    return event.getSchema().getFields().stream()
        .map(Schema.Field::name)
        .filter(name -> EventFields.value(event, name).isPresent())
        .collect(Collectors.toSet());
  }

  private static List<OrderId> orders(ChangeHeader header) {
    List<OrderId> orders = new ArrayList<>();
    for (String id : header.recordIds()) {
      orderId(id).ifPresent(orders::add);
    }
    return orders;
  }

  /** Empty for wildcards such as {@code 801*} and for the id that stands for no record. */
  private static Optional<OrderId> orderId(String id) {
    try {
      return id.startsWith(NO_RECORD) ? Optional.empty() : Optional.of(new OrderId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
