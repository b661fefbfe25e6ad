package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.contract.OrdersContract;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Orders in Salesforce")
class SalesforceOrdersContractTest extends OrdersContract {
  final EmulatedOrg org = new EmulatedOrg();
  final Orders connected = connect(org);
  private final TranslatedOrders orders = new TranslatedOrders(connected);

  Orders connect(EmulatedOrg to) {
    return new SalesforceOrders(to.session());
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected void holds(Order order) {
    var id = orders.inOrg(order.id().value()).orElseGet(() -> created(order));
    // On its own, since an approval makes the org's Flow set what comes next.
    org.data().update(id, Map.of("Status", order.status().orElseThrow()));
    var values = new HashMap<String, Object>();
    values.put("Activation_Status__c", order.activationStatus().orElseThrow());
    values.put("WHMCS_Order_ID__c", order.billedAs().orElse(null));
    values.put("Activation_Error_Code__c", order.staleError() ? "500" : null);
    values.put("Type", order.type().orElseThrow());
    org.data().update(id, values);
  }

  @Override
  protected Optional<WriteBack.Failed> errorShownBy(OrderId order) {
    var id = orders.inOrg(order.value()).orElseThrow();
    return org.data()
        .text(id, "Activation_Error_Code__c")
        .map(
            code ->
                new WriteBack.Failed(
                    order, FailureCode.of(code), org.text(id, "Activation_Error_Message__c")));
  }

  @Override
  protected void failsTheNextRead() {
    org.emulator().faults().script("query", Fault.before(Symptom.HTTP_503), 1);
  }

  @Override
  protected void losesTheAnswerOfTheNextWrite() {
    org.emulator().faults().script("composite", Fault.after(Symptom.DROP), 1);
  }

  @Override
  protected void refusesTheNextWrite() {
    org.emulator()
        .errors()
        .next("sobject.update", ScriptedError.validation("not from this state"), 1);
  }

  private String created(Order order) {
    orders.pair(AnOrder.ACCOUNT.value(), org.account());
    var id = org.data().order(org.account()).create();
    orders.pair(order.id().value(), id);
    order.lines().forEach(line -> add(line, id));
    return id;
  }

  private void add(OrderLine line, String order) {
    var product =
        org.data()
            .product(line.product().orElseThrow())
            .billedAs(
                line.billingProduct().orElseThrow().longValueExact(),
                line.billingCycle().orElseThrow())
            .with("Product2Categories1__c", line.category().orElseThrow())
            .create();
    var item =
        org.data()
            .insert(
                "OrderItem",
                Map.of(
                    "OrderId", order,
                    "PricebookEntryId", product.pricebookEntryId(),
                    "Quantity", line.quantity()));
    orders.pair(line.item().value(), item);
  }
}
