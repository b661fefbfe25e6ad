package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.key;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A stream that is refused")
class ErrorsTest {
  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  /** Each error the service can be told to end a call by, and the published code and status. */
  static Stream<Arguments> published() {
    return Stream.of(
        told(PubSubError.SERVICE_UNAVAILABLE, "service.unavailable", Status.Code.INTERNAL),
        told(PubSubError.AUTH_ERROR, "service.auth.error", Status.Code.UNAUTHENTICATED),
        told(
            PubSubError.AUTH_HEADERS_INVALID,
            "service.auth.headers.invalid",
            Status.Code.UNAUTHENTICATED),
        told(
            PubSubError.AUTH_REFRESH_INVALID,
            "service.auth.refresh.invalid",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.CLIENT_LIMIT_EXCEEDED,
            "concurrent.client.limit.exceeded",
            Status.Code.RESOURCE_EXHAUSTED),
        told(PubSubError.TOPIC_NOT_FOUND, "topic.not.found", Status.Code.NOT_FOUND),
        told(PubSubError.TOPIC_PERMISSION, "topic.meta.permission", Status.Code.PERMISSION_DENIED),
        told(PubSubError.TOPIC_EMPTY, "topic.validation.empty", Status.Code.INVALID_ARGUMENT),
        told(PubSubError.SCHEMA_INVALID, "schema.validation.failed", Status.Code.INVALID_ARGUMENT),
        told(PubSubError.SCHEMA_UNAVAILABLE, "schema.api.unavailable", Status.Code.UNAVAILABLE),
        told(
            PubSubError.REPLAY_ID_CORRUPTED,
            "subscription.fetch.replayid.corrupted",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.REPLAY_ID_MISSING,
            "subscription.fetch.replayid.validation.failed",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.REPLAY_REPEATED,
            "subscription.fetch.replay.repeated",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.REQUESTED_EVENTS_INVALID,
            "subscription.fetch.requested.events.invalid",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.TOPIC_MISMATCH,
            "subscription.fetch.topic.mismatch",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.REQUEST_INVALID,
            "subscription.fetch.request.invalid",
            Status.Code.INVALID_ARGUMENT),
        told(
            PubSubError.DELIVERY_LIMIT_EXCEEDED,
            "subscription.limit.exceeded",
            Status.Code.RESOURCE_EXHAUSTED),
        told(
            PubSubError.PUBLISH_COUNT_INVALID,
            "publish.event.count.invalid",
            Status.Code.INVALID_ARGUMENT));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("published")
  @DisplayName("carries the published error code, the call's id and its type in the trailers")
  void trailers(PubSubError error, String code, Status.Code status) {
    org.service.rejectNextSubscribes(error, 1);

    var end = org.refusalOf(latest(TOPIC, 5));

    assertThat(end.status().getCode()).isEqualTo(status);
    assertThat(end.errorCode()).contains("sfdc.platform.eventbus.grpc." + code);
    assertThat(end.trailers().get(key("type"))).isEqualTo("Subscribe");
    var rpcId = end.trailers().get(key("rpc-id"));
    assertThat(rpcId).matches("[0-9a-f-]{36}");
    assertThat(end.status().getDescription()).endsWith(" rpcId: " + rpcId);
  }

  @Test
  @DisplayName("by the network carries no error code")
  void network() {
    org.service.rejectNextSubscribes(PubSubError.RST_STREAM, 1);

    var end = org.refusalOf(latest(TOPIC, 5));

    assertThat(end.status().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(end.errorCode()).isEmpty();
  }

  @Test
  @DisplayName("may be refused with any status, since nobody knows them all")
  void otherStatus() {
    org.service.rejectNextSubscribes(
        PubSubError.of(Status.Code.UNKNOWN, "topic.meta.permission", "No access."), 1);

    assertThat(org.refusalOf(latest(TOPIC, 5)).status().getCode()).isEqualTo(Status.Code.UNKNOWN);
  }

  private static Arguments told(PubSubError error, String code, Status.Code status) {
    return Arguments.of(error, code, status);
  }
}
