package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.kaitsu.adapter.salesforce.SalesforceField;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.OrdersUnclear;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A change event")
class ChangeEventsTest {
  private static final Arrival ARRIVAL =
      new Arrival("uuid-1", "schema-1", ByteString.EMPTY, new ReplayId(new byte[] {1}));

  private final ChangeEvents reader =
      new ChangeEvents(SalesforceFields.DEFAULTS, new SettableClock());

  @Nested
  @DisplayName("of an UPDATE")
  class Update {
    @Test
    @DisplayName("tells a value only if its bit is set")
    void onlyMarkedValues() {
      var changed =
          changed(
              AChange.of("UPDATE")
                  .changing("Activation_Status__c", "Activating")
                  .carrying("Status", "Cancelled"));

      assertThat(changed.activationStatus()).contains("Activating");
      assertThat(changed.status()).isEmpty();
    }

    @Test
    @DisplayName("tells a value that was taken away as an empty one")
    void nulled() {
      assertThat(changed(AChange.of("UPDATE").nulling("Activation_Status__c")).activationStatus())
          .contains("");
    }

    @Test
    @DisplayName("finds the right fields among more than 64")
    void wide() {
      var changed =
          changed(
              AChange.updateOfWideOrder(80)
                  .changing("Activation_Status__c", "Activating")
                  .changing("Status", "Approved"));

      assertThat(changed.activationStatus()).contains("Activating");
      assertThat(changed.status()).contains("Approved");
    }

    @ParameterizedTest(name = "part {0} of the address: {1}")
    @CsvSource({"0, true", "1, true", "4, true", "5, false", "7, false"})
    @DisplayName("concerns the customer if a part of the address changed that is printed")
    void addressParts(int part, boolean customerFacing) {
      var changed = changed(AChange.of("UPDATE").changingPart("BillingAddress", part));

      assertThat(changed.customerFacing()).isEqualTo(customerFacing);
    }

    @Test
    @DisplayName("concerns no customer if only fields for staff changed")
    void internal() {
      var changed =
          changed(
              AChange.of("UPDATE")
                  .changing("Activation_Status__c", "Activated")
                  .changing("WHMCS_Order_ID__c", "17")
                  .nulling("Activation_Error_Code__c"));

      assertThat(changed.customerFacing()).isFalse();
      assertThat(changed.scheduleChanged()).isFalse();
    }

    @Test
    @DisplayName("tells that the schedule changed, under the names this org gives its fields")
    void schedule() {
      var renamed =
          new ChangeEvents(
              SalesforceFields.overriding(
                  Map.of(SalesforceField.ORDER_ACTIVATION_SCHEDULED_AT, "AccountId")),
              new SettableClock());
      var event = AChange.of("UPDATE").changing("AccountId", "001").build();

      assertThat(((OrdersChanged) renamed.read(ARRIVAL, event).event()).scheduleChanged()).isTrue();
      assertThat(((OrdersChanged) reader.read(ARRIVAL, event).event()).scheduleChanged()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE", "UNDELETE"})
  @DisplayName("of an order that appears tells every value it has")
  void appears(String type) {
    var changed =
        changed(
            AChange.of(type)
                .carrying("Activation_Status__c", "Activating")
                .carrying("Status", "Approved"));

    assertThat(changed.activationStatus()).contains("Activating");
    assertThat(changed.status()).contains("Approved");
    assertThat(changed.customerFacing()).isTrue();
  }

  @Test
  @DisplayName("of 50 records speaks of all 50")
  void merged() {
    var ids =
        IntStream.range(0, 50).mapToObj("8015g0000000A%02d"::formatted).toArray(String[]::new);

    assertThat(changed(AChange.of("UPDATE").about(ids).changing("Status", "Approved")).orders())
        .isEqualTo(IntStream.range(0, 50).mapToObj(i -> new OrderId(ids[i])).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GAP_CREATE",
        "GAP_UPDATE",
        "GAP_DELETE",
        "GAP_UNDELETE",
        "SNAPSHOT",
        "MERGE",
        "UPDATE"
      })
  @DisplayName("without content, or of an unknown kind, leaves its orders unclear: they are read")
  void gaps(String type) {
    var reading = reader.read(ARRIVAL, AChange.of(type).build());

    assertThat(((OrdersUnclear) reading.event()).orders()).isEqualTo(List.of(id(AChange.ID)));
    assertThat(reading.gap()).isEmpty();
  }

  @Test
  @DisplayName("about more than events can tell asks for a sweep")
  void overflow() {
    var reading =
        reader.read(ARRIVAL, AChange.of("GAP_OVERFLOW").about("000000000000000AAA").build());

    assertThat(reading.event()).isInstanceOf(Irrelevant.class);
    assertThat(reading.gap()).contains("more changes in one transaction than events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"801*", "000000000000000AAA"})
  @DisplayName("that names records by a wildcard asks for a sweep, and keeps those it names")
  void wildcard(String id) {
    var alone = reader.read(ARRIVAL, AChange.of("GAP_UPDATE").about(id).build());
    var among = reader.read(ARRIVAL, AChange.of("GAP_UPDATE").about(id, AChange.ID).build());

    assertThat(alone.event()).isInstanceOf(Irrelevant.class);
    assertThat(alone.gap()).isPresent();
    assertThat(((OrdersUnclear) among.event()).orders()).isEqualTo(List.of(id(AChange.ID)));
    assertThat(among.gap()).isPresent();
  }

  @Test
  @DisplayName("of another object, or of a deletion, is irrelevant")
  void irrelevant() {
    assertThat(reader.read(ARRIVAL, AChange.of("UPDATE").ofEntity("OrderItem").build()))
        .isEqualTo(
            Reading.of(
                new Irrelevant("tx-1/1/OrderItem/" + AChange.ID + "/UPDATE", ARRIVAL.replayId())));
    assertThat(reader.read(ARRIVAL, AChange.of("DELETE").build()).event())
        .isInstanceOf(Irrelevant.class);
  }

  @Nested
  @DisplayName("is known again")
  class Key {
    @Test
    @DisplayName("by its place in its transaction, not by its id")
    void place() {
      var event = AChange.of("UPDATE").inTransaction("tx-9", 4).changing("Status", "Approved");

      assertThat(reader.read(ARRIVAL, event.build()).event().key())
          .isEqualTo("tx-9/4/Order/8015g00000AbCdEAAV/UPDATE");
    }

    @Test
    @DisplayName("by its id where it names no transaction")
    void noTransaction() {
      var event = AChange.of("UPDATE").inTransaction("", 0).changing("Status", "Approved");

      assertThat(reader.read(ARRIVAL, event.build()).event().key()).isEqualTo("uuid-1");
    }

    @Test
    @DisplayName("by a hash of what is too long or odd to be kept")
    void oddKey() {
      var event = AChange.of("UPDATE").inTransaction("tx\u0000".repeat(90), 1);

      assertThat(reader.read(ARRIVAL, event.build()).event().key()).matches("[0-9a-f]{64}");
    }
  }

  private OrdersChanged changed(AChange change) {
    return (OrdersChanged) reader.read(ARRIVAL, change.build()).event();
  }

  private static OrderId id(String text) {
    return new OrderId(text);
  }
}
