package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a failed call means")
class RemedyTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "INTERNAL, service.unavailable, RETRY",
    "UNAVAILABLE, '', RETRY",
    "DEADLINE_EXCEEDED, '', RETRY",
    "INVALID_ARGUMENT, something.new, RETRY",
    "UNAUTHENTICATED, service.auth.error, NEW_SESSION",
    "UNAUTHENTICATED, something.new, NEW_SESSION",
    "INVALID_ARGUMENT, service.auth.headers.invalid, REFUSED",
    "INVALID_ARGUMENT, service.auth.refresh.invalid, REPORT",
    "INTERNAL, service.protection.stream.limit.triggered, WAIT_LONG",
    "INTERNAL, service.protection.triggered, WAIT_LONG",
    "INTERNAL, service.tenant.license, REFUSED",
    "INTERNAL, concurrent.client.limit.exceeded, WAIT_LONG",
    "RESOURCE_EXHAUSTED, '', WAIT_LONG",
    "RESOURCE_EXHAUSTED, subscription.limit.exceeded, WAIT_FOR_ALLOCATION",
    "INTERNAL, subscription.fetch.overflow, FEWER_EVENTS",
    "INVALID_ARGUMENT, subscription.fetch.replayid.corrupted, START_OVER",
    "UNKNOWN, topic.not.found, REFUSED",
    "UNKNOWN, topic.meta.permission, REFUSED",
    "UNAVAILABLE, topic.api.unavailable, RETRY",
    "INVALID_ARGUMENT, topic.validation.empty, REPORT",
    "UNKNOWN, schema.meta.permission, REFUSED",
    "UNAVAILABLE, schema.api.unavailable, RETRY",
    "INVALID_ARGUMENT, schema.validation.failed, REPORT",
    "INVALID_ARGUMENT, subscription.fetch.replayid.validation.failed, START_OVER",
    "INVALID_ARGUMENT, subscription.fetch.replay.repeated, REPORT",
    "INVALID_ARGUMENT, subscription.fetch.requested.events.invalid, REPORT",
    "INVALID_ARGUMENT, subscription.fetch.topic.mismatch, REPORT",
    "INVALID_ARGUMENT, subscription.fetch.request.invalid, REPORT",
    "INVALID_ARGUMENT, subscription.topic.cannot.subscribe, REFUSED",
    "INTERNAL, subscription.internal.error, RETRY",
    "CANCELLED, '', RETRY",
    "PERMISSION_DENIED, '', REFUSED",
  })
  @DisplayName("follows from its error code, else from its status; the unknown is temporary")
  void remedies(Status.Code status, String code, Remedy remedy) {
    var failure = new RpcFailure(status, "", code, "");

    assertThat(Remedy.of(failure)).isEqualTo(remedy);
    assertThat(remedy.advice(failure).isEmpty()).isEqualTo(remedy == Remedy.RETRY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Bandwidth exhausted HTTP/2 error code: ENHANCE_YOUR_CALM too_many_pings, RETRY",
    "gRPC message exceeds maximum size 8388608: 9000000, FEWER_EVENTS",
  })
  @DisplayName("is told apart where the transport itself found something too much")
  void transport(String description, Remedy remedy) {
    var failure = new RpcFailure(Status.Code.RESOURCE_EXHAUSTED, description, "", "");

    assertThat(Remedy.of(failure)).isEqualTo(remedy);
  }

  @Test
  @DisplayName("is told with all that the vendor's support asks for, in one line")
  void told() {
    var trailers = new Metadata();
    trailers.put(key("error-code"), "sfdc.platform.eventbus.grpc.topic.not.found");
    trailers.put(key("rpc-id"), "rpc-7");

    assertThat(RpcFailure.of(Status.NOT_FOUND.withDescription("gone\nfor good"), trailers))
        .hasToString(
            "status NOT_FOUND, description 'gone for good', error-code topic.not.found, rpc-id"
                + " rpc-7");
    assertThat(
            RpcFailure.of(
                Status.UNAVAILABLE.withDescription("io").withCause(new IOException("refused")),
                new Metadata()))
        .hasToString("status UNAVAILABLE, description 'io: refused', error-code none, rpc-id none");
  }

  @Test
  @DisplayName("is waited for in pauses that double up to the longest, and begin anew when stable")
  void backoff() {
    var backoff = new Backoff();
    var pause = new StreamTimes.Pause(Duration.ofSeconds(1), Duration.ofSeconds(60));

    for (long whole : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(backoff.next(pause))
          .isBetween(Duration.ofMillis(whole * 500), Duration.ofSeconds(whole));
    }
    backoff.reset();
    assertThat(backoff.next(pause)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
