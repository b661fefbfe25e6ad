package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.stream.PubSubEndpoint;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.adapter.salesforce.stream.StreamTimes;
import dev.kaitsu.adapter.salesforce.stream.StreamTopic;
import dev.kaitsu.adapter.salesforce.stream.StreamTopic.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code SF_EVENTS_…}, {@code SF_PUBSUB_…} and channel variables. */
final class StreamVariables {
  private static final int MOST_REQUESTED = 100;

  private StreamVariables() {}

  /** Empty if events are switched off, or no channel is left on. */
  static Optional<StreamConfig> read(Variables variables, Optional<SalesforceConfig> salesforce) {
    boolean enabled = variables.flag("SF_EVENTS_ENABLED", false);
    var endpoint =
        variables
            .text("SF_PUBSUB_ENDPOINT")
            .map(text -> variables.build(() -> PubSubEndpoint.parse(text)))
            .orElse(Optional.of(PubSubEndpoint.GLOBAL));
    var replay = variables.choice("SF_EVENTS_REPLAY", Replay.LATEST, Replay.class);
    int requested =
        variables.integer(
            "SF_PUBSUB_NUM_REQUESTED", StreamConfig.DEFAULT_NUM_REQUESTED, 1, MOST_REQUESTED);
    var silence =
        variables.duration("SF_EVENTS_SILENCE_LIMIT", StreamTimes.DEFAULTS.silenceLimit());
    var topics = topics(variables);
    if (!enabled) {
      variables.warn(
          "SF_EVENTS_ENABLED", "is not true: no events are subscribed, only sweeps find orders");
      return Optional.empty();
    }
    if (topics.isEmpty() || endpoint.isEmpty() || salesforce.isEmpty()) {
      return Optional.empty();
    }
    if (replay == Replay.ALL) {
      variables.warn(
          "SF_EVENTS_REPLAY",
          "is ALL: every start reads all retained events; set it back to LATEST");
    }
    return variables.build(
        () ->
            new StreamConfig(
                endpoint.get(),
                topics,
                replay,
                requested,
                StreamTimes.DEFAULTS.withSilenceLimit(silence),
                salesforce.get().fields()));
  }

  private static List<StreamTopic> topics(Variables variables) {
    var topics = new LinkedHashSet<StreamTopic>(); // one channel may carry orders and items
    add(topics, variables, "SF_ORDER_CDC_CHANNEL", "/data/OrderChangeEvent", Kind.ORDER_CHANGES);
    add(
        topics,
        variables,
        "SF_ORDER_ITEM_CDC_CHANNEL",
        "/data/OrderItemChangeEvent",
        Kind.ORDER_CHANGES);
    add(
        topics,
        variables,
        "SF_PROVISION_EVENT_CHANNEL",
        "/event/OrderProvisionRequested__e",
        Kind.PROVISION_EVENTS);
    return List.copyOf(topics);
  }

  private static void add(
      Set<StreamTopic> topics, Variables variables, String name, String fallback, Kind kind) {
    variables
        .build(() -> StreamTopic.parse(name, variables.orEmpty(name, fallback), kind))
        .ifPresent(topics::addAll);
  }
}
