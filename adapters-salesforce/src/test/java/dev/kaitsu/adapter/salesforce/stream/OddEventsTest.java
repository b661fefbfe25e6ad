package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.ByteString.Output;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.testkit.InMemorySchemas;
import dev.kaitsu.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event that is odd in its bytes")
class OddEventsTest {
  private final SettableClock clock = new SettableClock();

  @Test
  @DisplayName("may have a commit number beyond all that a double tells apart")
  void longCommitNumber() {
    var change = AChange.of("UPDATE").changing("Activation_Status__c", "Activating").build();
    ((GenericRecord) change.get("ChangeEventHeader")).put("commitNumber", Long.MAX_VALUE);

    var changed = (OrdersChanged) decoded(change, changes());

    assertThat(changed.activationStatus()).contains("Activating");
    assertThat(changed.orders()).isEqualTo(List.of(new OrderId(AChange.ID)));
  }

  @Test
  @DisplayName("marks one part of a compound field and nothing else")
  void nestedOnly() {
    var change = AChange.of("UPDATE").changingPart("BillingAddress", 1).build();

    var changed = (OrdersChanged) decoded(change, changes());

    assertThat(changed.customerFacing()).isTrue();
    assertThat(changed.activationStatus()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  @DisplayName("may come from any time there is")
  void anyTime(long millis) {
    var event = SampleEvents.requested(AChange.ID);
    event.put("CreatedDate", millis);

    var requested = (ProvisionRequested) decoded(event, new ProvisionEvents(clock));

    assertThat(requested.createdAt()).isEqualTo(Instant.ofEpochMilli(millis));
  }

  @Test
  @DisplayName("is kept aside, not met for ever, where its fields have types nobody foresaw")
  void unforeseenTypes() {
    var schema =
        SchemaBuilder.record("OrderProvisionRequested__e")
            .fields()
            .name("OrderId__c")
            .type(Schema.createArray(Schema.create(Schema.Type.LONG)))
            .noDefault()
            .endRecord();
    var event = new GenericData.Record(schema);
    event.put("OrderId__c", List.of(1L, 2L));

    assertThat(decoded(event, new ProvisionEvents(clock))).isInstanceOf(Undecodable.class);
    EventReader failing =
        (arrival, ignored) -> {
          throw new IllegalStateException("a defect of ours (scripted)");
        };
    assertThat(decoded(event, failing)).isInstanceOf(Undecodable.class);
  }

  private ChangeEvents changes() {
    return new ChangeEvents(SalesforceFields.DEFAULTS, clock);
  }

  private static StreamEvent decoded(GenericRecord event, EventReader reader) {
    var schemas =
        new Schemas(
            id -> event.getSchema().toString(), new InMemorySchemas(), Duration.ofMinutes(1));
    var arrival = new Arrival("uuid-1", "s", encoded(event), new ReplayId(new byte[] {1}));
    return new EventDecoder(schemas, reader).decode(arrival).event();
  }

  private static ByteString encoded(GenericRecord event) {
    try (Output out = ByteString.newOutput()) {
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
      encoder.flush();
      return out.toByteString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
