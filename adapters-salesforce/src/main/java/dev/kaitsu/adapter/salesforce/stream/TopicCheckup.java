package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.TopicInfo;
import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Whether every configured channel exists and may be subscribed to. */
public final class TopicCheckup implements Checkup {
  private final StreamConfig config;
  private final AccessSource session;

  public TopicCheckup(StreamConfig config, AccessSource session) {
    this.config = config;
    this.session = session;
  }

  @Override
  public String name() {
    return "salesforce.topics";
  }

  @Override
  public List<String> needs() {
    return List.of("salesforce.login");
  }

  @Override
  public List<Finding> look() {
    try (var connection = new PubSubConnection(config.endpoint(), session)) {
      return config.topics().stream().map(topic -> look(connection, topic)).toList();
    }
  }

  private Finding look(PubSubConnection connection, StreamTopic topic) {
    try {
      TopicInfo info = connection.topic(topic.name());
      return info.getCanSubscribe()
          ? Finding.pass("%s can be subscribed to".formatted(topic))
          : Finding.fail(
              "%s is there, but the integration user may not subscribe to it".formatted(topic),
              "give it read access to the event, or View All on the object");
    } catch (TopicCallException refused) {
      return Finding.fail(
          "%s: %s".formatted(topic, refused.getMessage()), advice(refused.failure()));
    }
  }

  private String advice(RpcFailure failure) {
    var remedy = Remedy.of(failure);
    return remedy == Remedy.RETRY
        ? "check SF_PUBSUB_ENDPOINT (%s), and that the firewall lets it through"
            .formatted(config.endpoint())
        : remedy.advice(failure);
  }
}
