package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.testkit.SettableClock;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A Platform Event that asks for provisioning")
class ProvisionEventsTest {
  private final SettableClock clock = new SettableClock();
  private final ProvisionEvents reader = new ProvisionEvents(clock);

  @ParameterizedTest
  @ValueSource(strings = {"8015g00000AbCdE", "8015g00000AbCdEAAV", " 8015g00000AbCdEAAV "})
  @DisplayName("names one order, however long its id is written")
  void bothLengths(String id) {
    assertThat(read("uuid-1", SampleEvents.requested(id)).order())
        .isEqualTo(new OrderId("8015g00000AbCdEAAV"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Taro Yamada", "8015g00000AbCdEAAA", "12345"})
  @DisplayName("cannot be used without an order id; the reason does not quote what stands there")
  void noOrder(String id) {
    assertThatThrownBy(() -> read("uuid-1", SampleEvents.requested(id)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("OrderId__c")
        .message()
        .doesNotContain("Taro");
  }

  @Test
  @DisplayName("may come with no more than the order id, even in a required field")
  void bare() {
    var schema =
        SchemaBuilder.record("Order_Fulfilment_Requested__e")
            .fields()
            .requiredString("OrderId__c")
            .endRecord();
    var event = new GenericData.Record(schema);
    event.put("OrderId__c", "8015g00000AbCdE");

    var requested = read("uuid-1", event);

    assertThat(requested.correlation()).isEmpty();
    assertThat(requested.createdAt()).isEqualTo(clock.instant());
  }

  @Test
  @DisplayName("is known again by its id, or without one by its place and content")
  void keys() {
    var event = SampleEvents.requested("8015g00000AbCdE");

    assertThat(read("uuid-1", event).key()).isEqualTo("uuid-1");
    assertThat(read("", event).key()).startsWith("01/").hasSize(3 + 64);
  }

  private ProvisionRequested read(String id, GenericRecord event) {
    var arrival = new Arrival(id, "s", ByteString.EMPTY, new ReplayId(new byte[] {1}));
    return (ProvisionRequested) reader.read(arrival, event).event();
  }
}
