package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.SimDetails.Person;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The SIM of an order in Salesforce")
class SalesforceSimOrdersTest {
  private final EmulatedOrg org = new EmulatedOrg();
  private final SalesforceSimOrders sims = new SalesforceSimOrders(org.session());

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("is read whole: order, card, contact and the products' plan")
  void readsAll() {
    var card = card();
    var order =
        simOrder(
            Map.of(
                "SIM_Type__c",
                "Physical SIM",
                "SIM_Voice_Mail__c",
                true,
                "Assign_Physical_SIM__c",
                card,
                "BillToContactId",
                contact()));

    var details = sims.details(order).orElseThrow();

    assertThat(details)
        .isEqualTo(
            new SimDetails(
                Optional.of("Physical SIM"),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                List.of("PASI_5G"),
                Optional.of(
                    new SimDetails.Card(
                        card,
                        Optional.of("09000001234"),
                        Optional.of("AX0000000000001"),
                        Optional.empty())),
                Optional.empty(),
                Optional.of(
                    new Person(
                        Optional.of("見本"),
                        Optional.of("花子"),
                        Optional.of("ミホン"),
                        Optional.of("ハナコ"),
                        Optional.of("Female"),
                        Optional.of("1990-01-02")))));
  }

  @Test
  @DisplayName("says what it knows of a number from another carrier")
  void portIn() {
    var order =
        simOrder(
            Map.of(
                "MNP_Application__c", true,
                "MNP_Reservation_Number__c", "1234567890",
                "MNP_Expiry_Date__c", LocalDate.of(2026, 12, 31),
                "MNP_Phone_Number__c", "090-0000-1234",
                "Porting_LastName__c", "見本"));

    var portIn = sims.details(order).orElseThrow().portIn().orElseThrow();

    assertThat(portIn.reservationNumber()).contains("1234567890");
    assertThat(portIn.expires()).contains("2026-12-31");
    assertThat(portIn.phoneNumber()).contains("090-0000-1234");
    assertThat(portIn.person().lastName()).contains("見本");
  }

  @Test
  @DisplayName("has no number from another carrier where the box is not ticked")
  void newNumber() {
    var order = simOrder(Map.of("MNP_Reservation_Number__c", "1234567890"));

    assertThat(sims.details(order).orElseThrow().portIn()).isEmpty();
  }

  @Test
  @DisplayName("is read without the fields and objects that the org does not have")
  void orgWithoutFields() {
    var names =
        SimFieldNames.overriding(
            Map.of(
                SimField.ORDER_EID, "No_Such_Field__c",
                SimField.ORDER_MNP_APPLICATION, "Neither_This__c",
                SimField.PRODUCT_PLAN_CODE, "off"),
            Optional.empty());
    var without = new SalesforceSimOrders(org.sessionWith(names));
    var order =
        simOrder(
            Map.of(
                "SIM_Type__c", "eSIM",
                "EID__c", "89049032000000000000000000000001",
                "MNP_Reservation_Number__c", "1234567890"));

    var details = without.details(order).orElseThrow();

    assertThat(details.simType()).contains("eSIM");
    assertThat(details.eid()).isEmpty();
    assertThat(details.planCodes()).isEmpty();
    assertThat(details.portIn()).as("by its reservation alone").isPresent();
  }

  @Test
  @DisplayName("is not there where no order is shown")
  void noOrder() {
    assertThat(sims.details(new OrderId("8015g00000ZzZzZAAV"))).isEmpty();
  }

  @Test
  @DisplayName("is described once, not at every order")
  void describesOnce() {
    var order = simOrder(Map.of("SIM_Type__c", "eSIM"));
    sims.details(order);
    long before = org.emulator().calls().total();

    sims.details(order);

    assertThat(org.emulator().calls().total() - before).isEqualTo(1);
  }

  @Test
  @DisplayName("is assigned to its account and order, with the state that is set")
  void assigns() {
    var card = card();
    var order = simOrder(Map.of());
    var names = SimFieldNames.overriding(Map.of(), Optional.of("Assigned"));
    var assigning = new SalesforceSimOrders(org.sessionWith(names));
    var assignment =
        new SimAssignment(
            card, order, Optional.of(new AccountId(org.account())), Optional.of("Physical SIM"));

    assigning.assign(assignment);
    assigning.assign(assignment);

    assertThat(org.data().text(card, "Assigned_Order__c")).contains(order.value());
    assertThat(org.data().text(card, "Assigned_Account__c")).contains(org.account());
    assertThat(org.data().text(card, "SIM_Type__c")).contains("Physical SIM");
    assertThat(org.data().text(card, "Status__c")).contains("Assigned");
  }

  @Test
  @DisplayName("is left in its state where none is set")
  void keepsState() {
    var card = card();

    sims.assign(new SimAssignment(card, simOrder(Map.of()), Optional.empty(), Optional.empty()));

    assertThat(org.data().text(card, "Status__c")).contains("In Stock");
  }

  @Test
  @DisplayName("a card that is gone is refused for good; an answer that is lost is doubt")
  void failures() {
    var order = simOrder(Map.of());
    var gone = new SimAssignment("a0S5g00000ZzZzZ", order, Optional.empty(), Optional.empty());
    assertThat(haltOf(gone)).isInstanceOf(Halt.Refused.class);
    var assignment = new SimAssignment(card(), order, Optional.empty(), Optional.empty());
    org.emulator().faults().script("sobject.update", Fault.after(Symptom.DROP), 1);

    assertThat(haltOf(assignment)).isInstanceOf(Halt.Uncertain.class);
  }

  @Test
  @DisplayName("a field name that is none is refused with its variable")
  void badName() {
    assertThatThrownBy(
            () ->
                SimFieldNames.overriding(
                    Map.of(SimField.ORDER_EID, "EID__c, Name"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SF_FIELD_ORDER_EID");
  }

  private Halt haltOf(SimAssignment assignment) {
    try {
      sims.assign(assignment);
      throw new AssertionError("it was assigned");
    } catch (ExternalCallException failure) {
      return failure.halt();
    }
  }

  private OrderId simOrder(Map<String, ?> values) {
    var product =
        org.data()
            .product("SIM-DATA-" + org.data().records("Product2").size())
            .billedAs(99, "Monthly")
            .create();
    org.data().update(product.productId(), Map.of("Freebit_Plan_Code__c", "PASI_5G"));
    var seed = org.data().order(org.account()).item(product, 1).with("Type", "SIM");
    values.forEach(seed::with);
    return new OrderId(seed.create());
  }

  private String card() {
    return org.data()
        .insert(
            "SIM_Inventory__c",
            Map.of(
                "Phone_Number__c", "09000001234",
                "PT_Number__c", "AX0000000000001",
                "Status__c", "In Stock"));
  }

  private String contact() {
    var values = new HashMap<String, Object>();
    values.put("LastName", "見本");
    values.put("FirstName", "花子");
    values.put("LastName_Kana__c", "ミホン");
    values.put("FirstName_Kana__c", "ハナコ");
    values.put("Gender__c", "Female");
    values.put("Birthdate", LocalDate.of(1990, 1, 2));
    return org.data().insert("Contact", values);
  }
}
