package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.ItemsChanged;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A change event of an order item")
class ItemChangesTest {
  private static final Arrival ARRIVAL =
      new Arrival("uuid-1", "schema-1", ByteString.EMPTY, new ReplayId(new byte[] {1}));
  private static final OrderItemId ITEM = new OrderItemId(AChange.ITEM_ID);

  private final ChangeEvents reader =
      new ChangeEvents(SalesforceFields.DEFAULTS, new SettableClock());

  @ParameterizedTest
  @CsvSource({
    "Description, true",
    "Product2Id, true",
    "Billing_Cycle__c, true",
    "WHMCS_Service_ID__c, false"
  })
  @DisplayName("concerns the customer by the fields that the customer sees")
  void customerFacing(String field, boolean concerns) {
    var event = AChange.ofItem("UPDATE").changing(field, "x").build();

    assertThat(reader.read(ARRIVAL, event).event() instanceof ItemsChanged).isEqualTo(concerns);
  }

  @Test
  @DisplayName("tells by a number taken away that it changed")
  void nulled() {
    var changed = changed(AChange.ofItem("UPDATE").nulling("Quantity"));

    assertThat(changed.items()).isEqualTo(List.of(ITEM));
    assertThat(changed.order()).isEmpty();
  }

  @Test
  @DisplayName("names the order of a new item")
  void created() {
    assertThat(changed(AChange.ofItem("CREATE").carrying("OrderId", AChange.ID)).order())
        .contains(new OrderId(AChange.ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "UNDELETE", "GAP_CREATE", "GAP_UPDATE", "GAP_DELETE"})
  @DisplayName("without content counts as a change that the customer sees")
  void withoutContent(String type) {
    assertThat(changed(AChange.ofItem(type)).items()).isEqualTo(List.of(ITEM));
  }

  @Test
  @DisplayName("about more than it names tells of those it names, and needs no sweep")
  void wildcards() {
    var overflow =
        reader.read(ARRIVAL, AChange.ofItem("GAP_OVERFLOW").about("000000000000000AAA").build());
    var some = AChange.ofItem("GAP_UPDATE").about("802*", AChange.ITEM_ID);

    assertThat(overflow.event()).isInstanceOf(Irrelevant.class);
    assertThat(overflow.gap()).isEmpty();
    assertThat(changed(some).items()).isEqualTo(List.of(ITEM));
    assertThat(reader.read(ARRIVAL, some.build()).gap()).isEmpty();
  }

  private ItemsChanged changed(AChange change) {
    return (ItemsChanged) reader.read(ARRIVAL, change.build()).event();
  }
}
