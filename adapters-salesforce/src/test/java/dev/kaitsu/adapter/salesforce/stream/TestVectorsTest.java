package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.testkit.InMemorySchemas;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Payloads recorded byte by byte are understood")
class TestVectorsTest {
  private static final String PLATFORM_EVENT =
      "e680a29c8d67243030357878303030303030303030314141410224383031356730303030304162436445414156"
          + "000206632d3102000000000000f03f";
  private static final String CHANGE_EVENT =
      "0a4f726465720224383031356730303030304162436445414156000254636f6d2f73616c6573666f7263652f61"
          + "70692f726573742f36372e303b636c69656e743d66756c66696c4830303030303030302d313131312d3232"
          + "32322d333333332d34343434343434343434343402f0fea19c8d67c8989dc1e2ca05243030357878303030"
          + "303030303030314141410208307838300000040830784430"
          + "0c332d307830410000000200020a546f6b796f0002103130302d303030310000000002f0fea19c8d670002"
          + "1441637469766174696e670000";
  private static final ReplayId REPLAY_ID = new ReplayId(new byte[] {0, 7});

  private final SettableClock clock = new SettableClock();
  private final Schemas schemas =
      new Schemas(
          id ->
              Map.of(
                      "pe", SampleEvents.REQUESTED.toString(),
                      "cdc", SampleEvents.ORDER_CHANGED.toString())
                  .get(id),
          new InMemorySchemas(),
          Duration.ofMinutes(1));

  @Test
  @DisplayName("as a Platform Event")
  void platformEvent() {
    var decoder = new EventDecoder(schemas, new ProvisionEvents(clock));

    assertThat(decoder.decode(arrival("uuid-1", "pe", PLATFORM_EVENT)))
        .isEqualTo(
            Reading.of(
                new ProvisionRequested(
                    "uuid-1",
                    REPLAY_ID,
                    Instant.ofEpochMilli(1771300995123L),
                    new OrderId("8015g00000AbCdEAAV"),
                    Optional.of(new CorrelationId("c-1")))));
  }

  @Test
  @DisplayName("as a change event, with only parts of its address marked")
  void changeEvent() {
    var decoder = new EventDecoder(schemas, new ChangeEvents(SalesforceFields.DEFAULTS, clock));

    assertThat(decoder.decode(arrival("", "cdc", CHANGE_EVENT)))
        .isEqualTo(
            Reading.of(
                new OrdersChanged(
                    "00000000-1111-2222-3333-444444444444/1/Order/8015g00000AbCdEAAV/UPDATE",
                    REPLAY_ID,
                    Instant.ofEpochMilli(1771300995000L),
                    List.of(new OrderId("8015g00000AbCdEAAV")),
                    Optional.of("Activating"),
                    Optional.empty(),
                    false,
                    true)));
  }

  private static Arrival arrival(String id, String schemaId, String hex) {
    return new Arrival(id, schemaId, ByteString.copyFrom(HexFormat.of().parseHex(hex)), REPLAY_ID);
  }
}
