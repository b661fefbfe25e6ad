package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.INSTANCE_URL;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.TENANT_ID;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.TOKEN;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.headers;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.key;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A call needs a session")
class SessionTest {
  private static final String PREFIX = "sfdc.platform.eventbus.grpc.";

  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"accesstoken", "instanceurl", "tenantid"})
  @DisplayName("and is refused when a header is missing")
  void missingHeader(String missing) {
    var headers = headers(TOKEN, INSTANCE_URL, TENANT_ID);
    headers.discardAll(key(missing));

    assertRefused(headers, "service.auth.headers.invalid");
  }

  @Test
  @DisplayName("and is refused when the org id has 15 characters instead of 18")
  void shortTenantId() {
    assertRefused(
        headers(TOKEN, INSTANCE_URL, TENANT_ID.substring(0, 15)), "service.auth.headers.invalid");
  }

  @Test
  @DisplayName("and is refused with a wrong token or at a wrong instance")
  void wrongSession() {
    assertRefused(headers("bad-token", INSTANCE_URL, TENANT_ID), "service.auth.error");
    assertRefused(
        headers(TOKEN, "https://other.my.salesforce.com", TENANT_ID), "service.auth.error");
  }

  @Test
  @DisplayName("only when it starts: a revoked token leaves open streams alone and stops new calls")
  void revocation() {
    var stream = org.subscribeLatest(5);

    org.revokeToken();
    org.publish(1);

    assertThat(stream.awaitEvents(1)).hasSize(1);
    assertRefused(headers(TOKEN, INSTANCE_URL, TENANT_ID), "service.auth.error");
    var end = org.refusalOf(latest(TOPIC, 1));
    assertThat(end.status().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  @DisplayName("and a failure carries its error code, call id and call type in the trailers")
  void trailers() {
    var failure = failureWith(headers("bad-token", INSTANCE_URL, TENANT_ID));

    var trailers = failure.getTrailers();
    assertThat(trailers.get(key("error-code"))).isEqualTo(PREFIX + "service.auth.error");
    assertThat(trailers.get(key("type"))).isEqualTo("GetTopic");
    assertThat(failure.getStatus().getDescription())
        .endsWith(" rpcId: " + trailers.get(key("rpc-id")));
  }

  private void assertRefused(Metadata headers, String errorCodeSuffix) {
    var failure = failureWith(headers);
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(failure.getTrailers().get(key("error-code"))).isEqualTo(PREFIX + errorCodeSuffix);
  }

  private StatusRuntimeException failureWith(Metadata headers) {
    var request = TopicRequest.newBuilder().setTopicName(TOPIC).build();
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> org.client.blocking(headers).getTopic(request));
  }
}
