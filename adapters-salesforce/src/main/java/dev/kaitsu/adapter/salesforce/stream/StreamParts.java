package dev.kaitsu.adapter.salesforce.stream;

/** What every stream of one topic works with. */
record StreamParts(
    StreamTopic topic,
    StreamTimes times,
    PubSubConnection connection,
    StartPoint startPoint,
    Delivery delivery,
    TopicReport report,
    Lifetime life) {}
