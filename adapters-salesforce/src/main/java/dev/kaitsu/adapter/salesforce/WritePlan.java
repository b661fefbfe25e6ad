package dev.kaitsu.adapter.salesforce;

import static dev.kaitsu.adapter.salesforce.SalesforceField.ITEM_WHMCS_SERVICE_ID;
import static dev.kaitsu.adapter.salesforce.SalesforceField.OPPORTUNITY_WHMCS_REGISTRATION;
import static dev.kaitsu.adapter.salesforce.SalesforceField.OPPORTUNITY_WHMCS_SERVICE_ID;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_CODE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_MESSAGE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_STATUS;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_WHMCS_ORDER_ID;

import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which records a result changes, and to what. A function of the result alone, so that writing it
 * again changes nothing more.
 */
record WritePlan(RecordUpdate order, List<RecordUpdate> items, Optional<RecordUpdate> opportunity) {

  static WritePlan of(WriteBack result, SalesforceConfig config) {
    return result instanceof WriteBack.Activated activated
        ? activated(activated, config)
        : failed((WriteBack.Failed) result, config.fields());
  }

  static WritePlan clearedError(OrderId order, SalesforceFields fields) {
    var values =
        Json.newObject()
            .putNull(fields.name(ORDER_ACTIVATION_ERROR_CODE))
            .putNull(fields.name(ORDER_ACTIVATION_ERROR_MESSAGE));
    return ofOrder(new RecordUpdate("Order", order.value(), values));
  }

  /** Whether one record is all there is to change. */
  boolean isOrderOnly() {
    return items.isEmpty() && opportunity.isEmpty();
  }

  /** Every record there is to change. */
  List<RecordUpdate> records() {
    return Stream.of(Stream.of(order), items.stream(), opportunity.stream())
        .flatMap(records -> records)
        .toList();
  }

  WritePlan withoutOpportunity() {
    return new WritePlan(order, items, Optional.empty());
  }

  private static WritePlan activated(WriteBack.Activated result, SalesforceConfig config) {
    var fields = config.fields();
    var values = Json.newObject();
    if (result.completesStatus()) {
      values.put("Status", config.finalStatus());
    }
    values
        .put(fields.name(ORDER_ACTIVATION_STATUS), "Activated")
        .put(fields.name(ORDER_WHMCS_ORDER_ID), result.billedAs().toString())
        .putNull(fields.name(ORDER_ACTIVATION_ERROR_CODE))
        .putNull(fields.name(ORDER_ACTIVATION_ERROR_MESSAGE));
    return new WritePlan(
        new RecordUpdate("Order", result.order().value(), values),
        items(result.services(), fields),
        result.opportunity().flatMap(id -> opportunity(id, result, fields)));
  }

  private static WritePlan failed(WriteBack.Failed result, SalesforceFields fields) {
    var values =
        Json.newObject()
            .put(fields.name(ORDER_ACTIVATION_STATUS), "Failed")
            .put(fields.name(ORDER_ACTIVATION_ERROR_CODE), result.code().code())
            .put(fields.name(ORDER_ACTIVATION_ERROR_MESSAGE), result.message());
    return ofOrder(new RecordUpdate("Order", result.order().value(), values));
  }

  private static WritePlan ofOrder(RecordUpdate order) {
    return new WritePlan(order, List.of(), Optional.empty());
  }

  private static List<RecordUpdate> items(
      Map<OrderItemId, List<ServiceId>> services, SalesforceFields fields) {
    return services.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
        .map(
            entry ->
                new RecordUpdate(
                    "OrderItem",
                    entry.getKey().value(),
                    Json.newObject()
                        .put(
                            fields.name(ITEM_WHMCS_SERVICE_ID),
                            ServiceIds.joined(entry.getValue()))))
        .toList();
  }

  private static Optional<RecordUpdate> opportunity(
      OpportunityId id, WriteBack.Activated result, SalesforceFields fields) {
    var values = Json.newObject();
    var services = result.services().values().stream().flatMap(List::stream).toList();
    if (fields.has(OPPORTUNITY_WHMCS_SERVICE_ID) && !services.isEmpty()) {
      values.put(fields.name(OPPORTUNITY_WHMCS_SERVICE_ID), ServiceIds.joined(services));
    }
    if (fields.has(OPPORTUNITY_WHMCS_REGISTRATION)) {
      // The form in which the account names its client; no document gives this field's own.
      values.put(fields.name(OPPORTUNITY_WHMCS_REGISTRATION), "#" + result.client());
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordUpdate("Opportunity", id.value(), values));
  }
}
