package dev.kaitsu.sandbox.salesforce.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PubSubProto;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.MethodDescriptor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The messages on the wire are those of the published contract")
class PublishedContractTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("by field name, number and type")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TopicRequest         | topic_name=1 string
          TopicInfo            | topic_name=1 string, tenant_guid=2 string, can_publish=3 bool, can_subscribe=4 bool, schema_id=5 string, rpc_id=6 string
          EventHeader          | key=1 string, value=2 bytes
          ProducerEvent        | id=1 string, schema_id=2 string, payload=3 bytes, headers=4 repeated EventHeader
          ConsumerEvent        | event=1 ProducerEvent, replay_id=2 bytes
          PublishResult        | replay_id=1 bytes, error=2 Error, correlation_key=3 string
          Error                | code=1 ErrorCode, msg=2 string
          FetchRequest         | topic_name=1 string, replay_preset=2 ReplayPreset, replay_id=3 bytes, num_requested=4 int32, auth_refresh=5 string
          FetchResponse        | events=1 repeated ConsumerEvent, latest_replay_id=2 bytes, rpc_id=3 string, pending_num_requested=4 int32
          SchemaRequest        | schema_id=1 string
          SchemaInfo           | schema_json=1 string, schema_id=2 string, rpc_id=3 string
          PublishRequest       | topic_name=1 string, events=2 repeated ProducerEvent, auth_refresh=3 string
          PublishResponse      | results=1 repeated PublishResult, schema_id=2 string, rpc_id=3 string
          ManagedFetchRequest  | subscription_id=1 string, developer_name=2 string, num_requested=3 int32, auth_refresh=4 string, commit_replay_id_request=5 CommitReplayRequest
          ManagedFetchResponse | events=1 repeated ConsumerEvent, latest_replay_id=2 bytes, rpc_id=3 string, pending_num_requested=4 int32, commit_response=5 CommitReplayResponse
          CommitReplayRequest  | commit_request_id=1 string, replay_id=2 bytes
          CommitReplayResponse | commit_request_id=1 string, replay_id=2 bytes, error=3 Error, process_time=4 int64
          """)
  void messages(String name, String fields) {
    var message = PubSubProto.getDescriptor().findMessageTypeByName(name);

    assertThat(
            message.getFields().stream()
                .map(PublishedContractTest::told)
                .collect(Collectors.joining(", ")))
        .isEqualTo(fields);
  }

  @Test
  @DisplayName("and no further ones: nobody commits a replay id in a call of its own")
  void nothingElse() {
    assertThat(PubSubProto.getDescriptor().getMessageTypes()).hasSize(17);
    assertThat(PubSubProto.getDescriptor().getPackage()).isEqualTo("eventbus.v1");
  }

  @Test
  @DisplayName("LATEST is the preset of a request that names none")
  void presets() {
    assertThat(ReplayPreset.getDescriptor().getValues())
        .extracting(EnumValueDescriptor::getName)
        .containsExactly("LATEST", "EARLIEST", "CUSTOM");
    assertThat(ErrorCode.getDescriptor().getValues())
        .extracting(EnumValueDescriptor::getName)
        .containsExactly("UNKNOWN", "PUBLISH", "COMMIT");
    assertThat(ReplayPreset.forNumber(0)).isEqualTo(ReplayPreset.LATEST);
  }

  @Test
  @DisplayName("six calls, under the paths and of the kinds that are published")
  void calls() {
    assertThat(
            PubSubGrpc.getServiceDescriptor().getMethods().stream()
                .collect(
                    Collectors.toMap(
                        MethodDescriptor::getFullMethodName, MethodDescriptor::getType)))
        .hasSize(6)
        .containsEntry("eventbus.v1.PubSub/Subscribe", MethodDescriptor.MethodType.BIDI_STREAMING)
        .containsEntry("eventbus.v1.PubSub/GetSchema", MethodDescriptor.MethodType.UNARY)
        .containsEntry("eventbus.v1.PubSub/GetTopic", MethodDescriptor.MethodType.UNARY)
        .containsEntry("eventbus.v1.PubSub/Publish", MethodDescriptor.MethodType.UNARY)
        .containsEntry(
            "eventbus.v1.PubSub/PublishStream", MethodDescriptor.MethodType.BIDI_STREAMING)
        .containsEntry(
            "eventbus.v1.PubSub/ManagedSubscribe", MethodDescriptor.MethodType.BIDI_STREAMING);
  }

  private static String told(FieldDescriptor field) {
    var type =
        switch (field.getJavaType()) {
          case MESSAGE -> field.getMessageType().getName();
          case ENUM -> field.getEnumType().getName();
          default -> field.getType().name().toLowerCase(java.util.Locale.ROOT);
        };
    return "%s=%d %s%s"
        .formatted(field.getName(), field.getNumber(), field.isRepeated() ? "repeated " : "", type);
  }
}
