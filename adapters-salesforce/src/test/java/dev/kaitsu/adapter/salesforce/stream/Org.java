package dev.kaitsu.adapter.salesforce.stream;

import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.FetchRequest;
import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.adapter.salesforce.SalesforceAccess;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.adapter.salesforce.stream.StreamTimes.Pause;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.pubsub.Habit;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubEmulator;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryCursorMirror;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemorySchemas;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.InMemoryStreamLeases;
import dev.kaitsu.testkit.InMemoryTopicBook;
import dev.kaitsu.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An org's event bus behind its Pub/Sub service, and everything of ours that stands around the
 * subscriptions to it.
 */
final class Org implements AutoCloseable {
  static final String PROVISION = "/event/OrderProvisionRequested__e";
  static final String ORDERS = "/data/OrderChangeEvent";
  static final StreamTimes FAST =
      new StreamTimes(
          Duration.ofSeconds(30),
          Duration.ofMillis(40),
          Duration.ofSeconds(2),
          new Pause(Duration.ofMillis(10), Duration.ofMillis(80)),
          new Pause(Duration.ofMillis(10), Duration.ofMillis(80)),
          new Pause(Duration.ofMillis(10), Duration.ofMillis(80)),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  private static final Duration LEASE_LIFE = Duration.ofSeconds(10);

  final EventBus bus;
  final PubSubEmulator service;
  final SettableClock storeClock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(storeClock, new CrashPoints());
  final InMemoryInbox inbox = new InMemoryInbox(store);
  final InMemoryTopicBook topics = new InMemoryTopicBook(store);
  final InMemoryCursorMirror mirror = new InMemoryCursorMirror();
  final InMemorySchemas schemas = new InMemorySchemas();
  final RecordingIntake intake = new RecordingIntake(inbox);
  final Signals signals = new Signals();
  final Session session = new Session();
  private final List<SalesforceStreams> started = new ArrayList<>();
  private volatile String goodToken = "token-1";

  Org() {
    this(PubSubSettings.standard().withKeepalive(Duration.ofMillis(300)));
  }

  /** With a habit that the vendor may have. */
  Org(Habit habit) {
    this(PubSubSettings.standard().withKeepalive(Duration.ofMillis(300)).withHabit(habit));
  }

  Org(PubSubSettings settings) {
    this(settings, InstantSource.system());
  }

  /** An org whose events age by this clock. */
  Org(PubSubSettings settings, InstantSource clock) {
    bus = new EventBus(clock, 7);
    bus.define(PROVISION, SampleEvents.REQUESTED);
    bus.define(ORDERS, SampleEvents.ORDER_CHANGED);
    service = PubSubEmulator.start(bus, this::check, new Faults(), settings);
  }

  SalesforceStreams start(StreamTopic... topics) {
    return start(FAST, Replay.LATEST, topics);
  }

  SalesforceStreams start(StreamTimes times, Replay replay, StreamTopic... topics) {
    var leases = new InMemoryStreamLeases(store, "node", LEASE_LIFE);
    return start(service.port(), leases, times, replay, topics);
  }

  /** Another node: with leases of its own, and its own way to the service. */
  SalesforceStreams start(
      int port, StreamLeases leases, StreamTimes times, Replay replay, StreamTopic... topics) {
    var config =
        new StreamConfig(
            PubSubEndpoint.parse("http://127.0.0.1:" + port),
            List.of(topics),
            replay,
            20,
            times,
            SalesforceFields.DEFAULTS);
    var streams =
        new SalesforceStreams(
            config,
            session,
            new SalesforceStreams.EventFlow(intake, inbox, mirror, schemas, leases),
            signals,
            InstantSource.system());
    started.add(streams);
    streams.start();
    return streams;
  }

  static StreamTopic provision() {
    return new StreamTopic(PROVISION, StreamTopic.Kind.PROVISION_EVENTS);
  }

  static StreamTopic orders() {
    return new StreamTopic(ORDERS, StreamTopic.Kind.ORDER_CHANGES);
  }

  /** Starts to listen for provision requests, and returns once the stream is open. */
  SalesforceStreams listening() {
    var streams = start(provision());
    awaitLive(streams);
    return streams;
  }

  void publish(String... orderIds) {
    for (String id : orderIds) {
      bus.publish(PROVISION, SampleEvents.requested(id));
    }
  }

  static void awaitLive(SalesforceStreams streams) {
    await().until(() -> states(streams).stream().allMatch(State.LIVE::equals));
  }

  static List<State> states(SalesforceStreams streams) {
    return streams.statuses().stream().map(StreamStatus::state).toList();
  }

  List<StreamEvent> awaitEvents(String topic, int count) {
    await().until(() -> intake.events(topic).size() >= count);
    return intake.events(topic);
  }

  /** The orders asked for, in the order they came. */
  List<String> requested() {
    return intake.events(PROVISION).stream()
        .map(event -> ((StreamEvent.ProvisionRequested) event).order().value())
        .toList();
  }

  void awaitNoStream(String topic) {
    await().until(() -> service.traffic().openStreams(topic) == 0);
  }

  void revokeToken() {
    goodToken = "token-2";
  }

  /** Every Subscribe call for provision requests since this org came to be. */
  List<FetchRequest> subscribed() {
    return service.traffic().subscribes(PROVISION).stream().map(seen -> seen.request()).toList();
  }

  @Override
  public void close() {
    intake.goOn();
    started.forEach(SalesforceStreams::close);
    service.close();
  }

  private Optional<PubSubError> check(String token, String instanceUrl, String tenantId) {
    return token.equals(goodToken) ? Optional.empty() : Optional.of(PubSubError.AUTH_ERROR);
  }

  /** A session whose first token is renewed into the second one, once it is named as refused. */
  static final class Session implements AccessSource {
    final AtomicInteger renewals = new AtomicInteger();
    private volatile String token = "token-1";

    @Override
    public SalesforceAccess access() {
      return new SalesforceAccess(
          token, URI.create("https://acme.my.salesforce.com"), "00D5g000001AbCdEAK", Instant.EPOCH);
    }

    @Override
    public synchronized void invalidate(SalesforceAccess rejected) {
      if (rejected.token().equals(token)) {
        token = "token-2";
        renewals.incrementAndGet();
      }
    }
  }

  /** What the streams asked for. */
  static final class Signals implements StreamListener {
    final AtomicInteger openings = new AtomicInteger();
    final List<String> sweeps = new CopyOnWriteArrayList<>();

    @Override
    public void streamsOpen() {
      openings.incrementAndGet();
    }

    @Override
    public void sweepNeeded(String topic, String why) {
      sweeps.add(why);
    }
  }
}
