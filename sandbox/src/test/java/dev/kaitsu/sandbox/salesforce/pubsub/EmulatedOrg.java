package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.REQUESTED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.FetchRequest;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.bus.SampleEvents;
import dev.kaitsu.sandbox.salesforce.bus.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;

/** A bus with one topic, its Pub/Sub service and a client connected to it. */
final class EmulatedOrg implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final EventBus bus = new EventBus(clock, 7);
  final Faults faults = new Faults();
  final PubSubEmulator service;
  final PubSubClient client;
  private volatile String goodToken = PubSubClient.TOKEN;

  EmulatedOrg() {
    this(PubSubSettings.standard());
  }

  EmulatedOrg(PubSubSettings settings) {
    bus.define(TOPIC, REQUESTED);
    this.service = PubSubEmulator.start(bus, this::check, faults, settings);
    this.client = new PubSubClient(service.port());
  }

  void revokeToken() {
    goodToken = "another-token";
  }

  /** Waits for what is about to be true, looking often. */
  static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
  }

  /** Publishes so many events and tells their replay ids. */
  List<byte[]> publish(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> bus.publish(TOPIC, SampleEvents.requested("order-" + i)))
        .toList();
  }

  /** Subscribes to what comes, and returns once the subscription is established. */
  ClientStream subscribeLatest(int credits) {
    int open = service.traffic().openStreams(TOPIC);
    var stream = client.subscribe(PubSubClient.latest(TOPIC, credits));
    soon().until(() -> service.traffic().openStreams(TOPIC) > open || !stream.isOpen());
    return stream;
  }

  ClientStream.End refusalOf(FetchRequest first) {
    return client.subscribe(first).awaitEnd();
  }

  private Optional<PubSubError> check(String token, String instanceUrl, String tenantId) {
    return token.equals(goodToken) && instanceUrl.equals(PubSubClient.INSTANCE_URL)
        ? Optional.empty()
        : Optional.of(PubSubError.AUTH_ERROR);
  }

  @Override
  public void close() {
    client.close();
    service.close();
  }
}
