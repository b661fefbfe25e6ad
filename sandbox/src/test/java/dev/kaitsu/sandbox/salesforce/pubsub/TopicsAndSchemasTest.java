package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.ORDER_CHANGED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.REQUESTED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import dev.kaitsu.sandbox.salesforce.bus.SampleEvents;
import dev.kaitsu.sandbox.salesforce.bus.SchemaId;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Calls that answer once")
class TopicsAndSchemasTest {
  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @Nested
  @DisplayName("GetTopic")
  class Topics {
    @Test
    @DisplayName("tells the topic's current schema")
    void currentSchema() {
      var extended = SampleEvents.requestedWith("Note__c");
      assertThat(topic(TOPIC).getSchemaId()).isEqualTo(SchemaId.of(REQUESTED));

      org.bus.define(TOPIC, extended);

      assertThat(topic(TOPIC).getSchemaId()).isEqualTo(SchemaId.of(extended));
      assertThat(topic(TOPIC).getTenantGuid()).contains("00D5g000001AbCdEAK");
    }

    @Test
    @DisplayName("tells no schema for channels whose events have several")
    void channelsHaveNoSchema() {
      org.bus.defineChannel("/data/ChangeEvents", Set.of());
      org.bus.defineChannel("/event/Orders__chn", Set.of(TOPIC));

      assertThat(topic("/data/ChangeEvents").getSchemaId()).isEmpty();
      assertThat(topic("/event/Orders__chn").getSchemaId()).isEmpty();
    }

    @Test
    @DisplayName("says that change events cannot be published")
    void changeEventsAreTheOrgsOwn() {
      org.bus.define("/data/OrderChangeEvent", ORDER_CHANGED);

      assertThat(topic("/data/OrderChangeEvent").getCanPublish()).isFalse();
      assertThat(topic("/data/OrderChangeEvent").getCanSubscribe()).isTrue();
      assertThat(topic(TOPIC).getCanPublish()).isTrue();
    }

    @Test
    @DisplayName("does not find what was never defined")
    void unknown() {
      var failure = failureOf(() -> topic("/event/Nope__e"));

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
      assertThat(codeOf(failure)).endsWith("grpc.topic.not.found");
    }
  }

  @Nested
  @DisplayName("GetSchema")
  class Schemas {
    @Test
    @DisplayName("gives the schema, the current one and every earlier one")
    void everySchema() {
      org.bus.define(TOPIC, SampleEvents.requestedWith("Note__c"));

      var info = schema(SchemaId.of(REQUESTED));

      assertThat(new Schema.Parser().parse(info.getSchemaJson())).isEqualTo(REQUESTED);
      assertThat(info.getSchemaId()).isEqualTo(SchemaId.of(REQUESTED));
      assertThat(org.service.traffic().schemaCalls(SchemaId.of(REQUESTED))).isEqualTo(1);
    }

    @Test
    @DisplayName("refuses a blank or unknown id")
    void blankOrUnknown() {
      var blank = failureOf(() -> schema(""));

      assertThat(blank.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(blank.getStatus().getDescription()).contains("The schema ID can't be blank.");
      assertThat(codeOf(blank)).endsWith("grpc.schema.validation.failed");
      assertThat(codeOf(failureOf(() -> schema("AAAAAAAAAAAAAAAAAAAAAA"))))
          .endsWith("grpc.schema.validation.failed");
    }

    @Test
    @DisplayName("fails as often as scripted, and then works")
    void scriptedFailures() {
      org.service.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, 2);
      var id = SchemaId.of(REQUESTED);

      assertThat(codeOf(failureOf(() -> schema(id)))).endsWith("grpc.schema.api.unavailable");
      assertThat(codeOf(failureOf(() -> schema(id)))).endsWith("grpc.schema.api.unavailable");
      assertThat(schema(id).getSchemaId()).isEqualTo(id);
      assertThat(org.service.traffic().schemaCalls(id)).isEqualTo(3);
    }

    @Test
    @DisplayName("takes as long as scripted")
    void latency() {
      org.faults.latency("GetSchema", Duration.ofMinutes(1));

      var failure =
          failureOf(
              () ->
                  org.client
                      .blocking()
                      .withDeadlineAfter(100, TimeUnit.MILLISECONDS)
                      .getSchema(SchemaRequest.newBuilder().setSchemaId("any").build()));

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }
  }

  @Nested
  @DisplayName("Publish")
  class Publishing {
    private final ProducerEvent event =
        ProducerEvent.newBuilder()
            .setSchemaId(SchemaId.of(REQUESTED))
            .setPayload(ByteString.copyFrom(new byte[] {42}))
            .build();

    @Test
    @DisplayName("stores events unread, each with its own result")
    void storesGarbageToo() {
      var response =
          publish(
              TOPIC,
              event,
              event.toBuilder().setId("mine").build(),
              event.toBuilder().setSchemaId("unknown").build(),
              event.toBuilder().setPayload(ByteString.copyFrom(new byte[1_000_001])).build());

      assertThat(response.getResultsList()).hasSize(4);
      assertThat(response.getResults(0).hasError()).isFalse();
      assertThat(response.getResults(0).getCorrelationKey()).hasSize(36);
      assertThat(response.getResults(1).getCorrelationKey()).isEqualTo("mine");
      assertThat(response.getResults(2).getError().getCode()).isEqualTo(ErrorCode.PUBLISH);
      assertThat(response.getResults(3).getError().getCode()).isEqualTo(ErrorCode.PUBLISH);
      assertThat(org.bus.events(TOPIC))
          .extracting(stored -> ByteString.copyFrom(stored.replayId().bytes()))
          .containsExactly(
              response.getResults(0).getReplayId(), response.getResults(1).getReplayId());
    }

    @Test
    @DisplayName("refuses change events, and a request without events")
    void refusals() {
      org.bus.define("/data/OrderChangeEvent", ORDER_CHANGED);

      assertThat(codeOf(failureOf(() -> publish("/data/OrderChangeEvent", event))))
          .endsWith("grpc.topic.meta.permission");
      assertThat(codeOf(failureOf(() -> publish(TOPIC))))
          .endsWith("grpc.publish.event.count.invalid");
    }

    private PublishResponse publish(String topic, ProducerEvent... events) {
      var request = PublishRequest.newBuilder().setTopicName(topic);
      for (var each : events) {
        request.addEvents(each);
      }
      return org.client.blocking().publish(request.build());
    }
  }

  private TopicInfo topic(String name) {
    return org.client.blocking().getTopic(TopicRequest.newBuilder().setTopicName(name).build());
  }

  private SchemaInfo schema(String id) {
    return org.client.blocking().getSchema(SchemaRequest.newBuilder().setSchemaId(id).build());
  }

  private static StatusRuntimeException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call);
  }

  private static String codeOf(StatusRuntimeException failure) {
    return failure.getTrailers().get(key("error-code"));
  }
}
