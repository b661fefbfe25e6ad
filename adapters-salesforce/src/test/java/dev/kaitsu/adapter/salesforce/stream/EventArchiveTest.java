package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.RejectedPositionException;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an org retains")
class EventArchiveTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";
  private static final SpanLimits ROOMY = new SpanLimits(10_000, Duration.ofMinutes(1));
  private static final StreamPosition EARLIEST = new StreamPosition.Earliest();

  @AutoClose private final Org org = new Org();
  @AutoClose private final EventArchive archive;
  private final List<StreamEvent> seen = new ArrayList<>();

  EventArchiveTest() {
    archive =
        new EventArchive(
            new StreamConfig(
                PubSubEndpoint.parse("http://127.0.0.1:" + org.service.port()),
                List.of(Org.provision()),
                Replay.LATEST,
                20,
                Org.FAST,
                SalesforceFields.DEFAULTS),
            org.session,
            org.schemas,
            InstantSource.system());
  }

  private SpanEnd read(StreamPosition from, SpanLimits limits) {
    return archive.read(Org.PROVISION, from, limits, seen::addAll);
  }

  private List<String> orders() {
    return seen.stream().map(event -> ((ProvisionRequested) event).order().value()).toList();
  }

  @Test
  @DisplayName("is read from the oldest event to the end, and nobody receives it")
  void fromEarliest() {
    for (int i = 0; i < 250; i++) {
      org.publish(A);
    }

    assertThat(read(EARLIEST, ROOMY)).isEqualTo(SpanEnd.REACHED);

    assertThat(seen).hasSize(250).allMatch(ProvisionRequested.class::isInstance);
    assertThat(org.inbox.cursor(Org.PROVISION)).isEmpty();
    assertThat(org.mirror.find(Org.PROVISION)).isEmpty();
  }

  @Test
  @DisplayName("is read after an event, without it")
  void afterAnEvent() {
    var first = org.bus.publish(Org.PROVISION, SampleEvents.requested(A));
    org.publish(B);

    assertThat(read(new StreamPosition.After(new ReplayId(first)), ROOMY))
        .isEqualTo(SpanEnd.REACHED);

    assertThat(orders()).containsExactly(B);
  }

  @Test
  @DisplayName("is read no further than allowed: not one event more is delivered")
  void eventLimit() {
    for (int i = 0; i < 300; i++) {
      org.publish(A);
    }

    assertThat(read(EARLIEST, new SpanLimits(130, Duration.ofMinutes(1))))
        .isEqualTo(SpanEnd.EVENT_LIMIT);

    assertThat(seen).hasSize(130);
    assertThat(
            org.service.traffic().requestedEvents(Org.PROVISION).stream()
                .mapToInt(Integer::intValue)
                .sum())
        .isEqualTo(130);
  }

  @Test
  @DisplayName("is read no longer than allowed")
  void timeLimit() {
    org.service.silenceNextSubscribes(1);

    assertThat(read(EARLIEST, new SpanLimits(10, Duration.ofMillis(300))))
        .isEqualTo(SpanEnd.TIME_LIMIT);
  }

  @Test
  @DisplayName("cannot be read after a replay id that is unknown or too old")
  void rejected() {
    org.publish(A);
    var unknown = new StreamPosition.After(new ReplayId(new byte[] {1, 2, 3}));

    assertThatThrownBy(() -> read(unknown, ROOMY))
        .isInstanceOf(RejectedPositionException.class)
        .hasMessageContaining("010203");
    assertThat(seen).isEmpty();
  }

  @Test
  @DisplayName("is read with a new session once the old one is refused")
  void newSession() {
    org.publish(A);
    org.revokeToken();

    assertThat(read(EARLIEST, ROOMY)).isEqualTo(SpanEnd.REACHED);

    assertThat(orders()).containsExactly(A);
  }

  @Test
  @DisplayName("cannot be read without permission, or while the service is away: each says so")
  void failures() {
    org.service.rejectNextSubscribes(PubSubError.TOPIC_PERMISSION, 1);
    assertThatThrownBy(() -> read(EARLIEST, ROOMY))
        .isInstanceOfSatisfying(
            ExternalCallException.class, e -> assertThat(e.halt()).isInstanceOf(Halt.Refused.class))
        .hasMessageContaining("read access");

    org.service.goDown();
    assertThatThrownBy(() -> read(EARLIEST, ROOMY))
        .isInstanceOfSatisfying(
            ExternalCallException.class, e -> assertThat(e.halt()).isInstanceOf(Halt.Failed.class));
  }

  @Test
  @DisplayName("leaves no stream behind")
  void closesItsStream() {
    org.publish(A);

    read(EARLIEST, ROOMY);

    org.awaitNoStream(Org.PROVISION);
  }

  @Test
  @DisplayName("once parked is read again with its own schema, or says why not")
  void decodes() {
    org.publish(A);
    var event = org.bus.events(Org.PROVISION).get(0);
    var parked = parked(event.schemaId());
    var bytes = new Payload(event.payload().toByteArray());

    var read = (ProvisionRequested) archive.decode(parked, bytes);
    assertThat(read.order().value()).isEqualTo(A);
    var garbage = (Undecodable) archive.decode(parked, new Payload(new byte[] {1, 2, 3}));
    assertThat(garbage.reason()).contains("does not follow its schema");
    var stranger = (Undecodable) archive.decode(parked("AAAAAAAAAAAAAAAAAAAAAA"), bytes);
    assertThat(stranger.reason()).contains("knows no schema");
  }

  @Test
  @DisplayName("is no poison while its schema cannot be had")
  void schemaAway() {
    org.publish(A);
    var event = org.bus.events(Org.PROVISION).get(0);
    org.service.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, 1);

    assertThatThrownBy(
            () ->
                archive.decode(
                    parked(event.schemaId()), new Payload(event.payload().toByteArray())))
        .isInstanceOf(ExternalCallException.class);
  }

  private static ParkedEvent parked(String schemaId) {
    return new ParkedEvent(
        Org.PROVISION, "k", new ReplayId(new byte[] {1}), schemaId, "why", Instant.EPOCH, 3);
  }
}
