package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.adapter.salesforce.stream.StreamTopic.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of the streams")
class StreamConfigTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "api.pubsub.salesforce.com:7443, api.pubsub.salesforce.com, 7443, true",
    "https://api.deu.pubsub.salesforce.com:443, api.deu.pubsub.salesforce.com, 443, true",
    "127.0.0.1:9000, 127.0.0.1, 9000, true",
    "http://127.0.0.1:9000, 127.0.0.1, 9000, false",
    "http://localhost:9000/, localhost, 9000, false",
  })
  @DisplayName("take an endpoint with TLS, or a plain one on loopback")
  void endpoints(String text, String host, int port, boolean encrypted) {
    assertThat(PubSubEndpoint.parse(text)).isEqualTo(new PubSubEndpoint(host, port, encrypted));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "api.pubsub.salesforce.com",
        "http://api.pubsub.salesforce.com:7443",
        "host:0",
        "host:70000",
        "ftp://host:21",
        "https://user@host:443",
        "https://host:443/path",
        "a b:1"
      })
  @DisplayName("refuse any other endpoint by the variable's name")
  void badEndpoints(String text) {
    assertThatThrownBy(() -> PubSubEndpoint.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SF_PUBSUB_ENDPOINT");
  }

  @Test
  @DisplayName("take several channels, or none")
  void channels() {
    assertThat(
            StreamTopic.parse("V", "/event/A__e, /event/B__e,/event/A__e", Kind.PROVISION_EVENTS))
        .extracting(StreamTopic::name)
        .containsExactly("/event/A__e", "/event/B__e");
    assertThat(StreamTopic.parse("V", " off ", Kind.ORDER_CHANGES)).isEmpty();
    assertThat(StreamTopic.parse("V", "", Kind.ORDER_CHANGES)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"OrderChangeEvent", "/event/Order__e", "/data/", "/data/Order Changes"})
  @DisplayName("refuse a channel that cannot carry change events by the variable's name")
  void badChannel(String name) {
    assertThatThrownBy(() -> StreamTopic.parse("SF_ORDER_CDC_CHANNEL", name, Kind.ORDER_CHANGES))
        .hasMessageStartingWith("SF_ORDER_CDC_CHANNEL")
        .hasMessageContaining("/data/OrderChangeEvent");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  @DisplayName("refuse more events at once than the service grants, and none")
  void credits(int events) {
    assertThatThrownBy(
            () ->
                new StreamConfig(
                    PubSubEndpoint.GLOBAL,
                    List.of(Org.orders()),
                    Replay.LATEST,
                    events,
                    StreamTimes.DEFAULTS,
                    SalesforceFields.DEFAULTS))
        .hasMessageStartingWith("SF_PUBSUB_NUM_REQUESTED");
  }

  @Test
  @DisplayName("refuse a silence limit of nothing")
  void silence() {
    assertThatThrownBy(() -> StreamTimes.DEFAULTS.withSilenceLimit(Duration.ZERO))
        .hasMessageStartingWith("SF_EVENTS_SILENCE_LIMIT");
  }

  @Test
  @DisplayName("refuse to subscribe to one channel twice")
  void twice() {
    assertThatThrownBy(
            () -> StreamConfig.of(PubSubEndpoint.GLOBAL, List.of(Org.orders(), Org.orders())))
        .hasMessageContaining("named twice");
  }
}
