package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.SalesforceSession;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.cdc.BusSink;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubEmulator;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryCursorMirror;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemorySchemas;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.InMemoryStreamLeases;
import dev.kaitsu.testkit.SettableClock;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Orders approved in the sandbox's Salesforce")
class SandboxOrgTest {
  private final EventBus bus = new EventBus(InstantSource.system(), 3);
  private final SalesforceEmulator salesforce = SalesforceEmulator.start(new BusSink(bus));
  private final PubSubEmulator service =
      PubSubEmulator.start(
          bus,
          (token, instance, tenant) ->
              salesforce.isSessionOpen(token)
                  ? Optional.empty()
                  : Optional.of(PubSubError.AUTH_ERROR),
          new Faults(),
          PubSubSettings.standard());
  private final InMemoryStore store = new InMemoryStore(new SettableClock(), new CrashPoints());
  private final InMemoryInbox inbox = new InMemoryInbox(store);
  private final RecordingIntake intake = new RecordingIntake(inbox);
  private final Org.Signals signals = new Org.Signals();
  private SalesforceSession session;
  private SalesforceStreams streams;

  @BeforeEach
  void subscribe() throws NoSuchAlgorithmException {
    var keys = keys();
    salesforce.registerLogin("client-id", "integration@example.com", keys.getPublic());
    session =
        new SalesforceSession(
            SalesforceConfig.of(
                salesforce.uri(),
                "client-id",
                "integration@example.com",
                (RSAPrivateKey) keys.getPrivate()),
            new InMemorySharedTokens(new SettableClock()),
            InstantSource.system(),
            SalesforceCalls.UNWATCHED);
    streams =
        new SalesforceStreams(
            new StreamConfig(
                PubSubEndpoint.parse("http://127.0.0.1:" + service.port()),
                List.of(Org.provision(), Org.orders()),
                StreamConfig.Replay.LATEST,
                StreamConfig.DEFAULT_NUM_REQUESTED,
                Org.FAST,
                session.config().fields()),
            session,
            new SalesforceStreams.EventFlow(
                intake,
                inbox,
                new InMemoryCursorMirror(),
                new InMemorySchemas(),
                new InMemoryStreamLeases(store, "node", Duration.ofSeconds(10))),
            signals,
            InstantSource.system());
    streams.start();
    Org.awaitLive(streams);
  }

  @AfterEach
  void close() {
    streams.close();
    session.close();
    service.close();
    salesforce.close();
  }

  @Test
  @DisplayName("come as a Platform Event each, and as a change to Activating and Approved")
  void approved() {
    var first = newOrder();
    var second = newOrder();

    salesforce.approve(List.of(first.value(), second.value()));

    await().until(() -> events(ProvisionRequested.class).count() == 2);
    assertThat(events(ProvisionRequested.class).map(ProvisionRequested::order))
        .containsExactlyInAnyOrder(first, second);
    await().untilAsserted(() -> assertThat(activating()).containsExactlyInAnyOrder(first, second));
  }

  @Test
  @DisplayName("come even if every session was revoked under the open streams")
  void revokedSession() {
    var before = newOrder();
    salesforce.approve(before.value());
    await().until(() -> events(ProvisionRequested.class).count() == 1);
    await().until(() -> activating().equals(List.of(before)));

    salesforce.revokeSessions();
    service.completeStreams();
    var order = newOrder();
    salesforce.approve(order.value());

    await().until(() -> events(ProvisionRequested.class).count() == 2);
    await().untilAsserted(() -> assertThat(activating()).containsExactly(before, order));
  }

  private OrderId newOrder() {
    return new OrderId(salesforce.data().order(salesforce.data().account("Example KK")).create());
  }

  private Stream<OrderId> changedTo(String activationStatus, String status) {
    return events(OrdersChanged.class)
        .filter(changed -> changed.activationStatus().equals(Optional.of(activationStatus)))
        .filter(changed -> changed.status().equals(Optional.of(status)))
        .flatMap(changed -> changed.orders().stream());
  }

  private List<OrderId> activating() {
    return changedTo("Activating", "Approved").toList();
  }

  private <E extends StreamEvent> Stream<E> events(Class<E> kind) {
    return intake.batches().stream()
        .flatMap(batch -> batch.events().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static KeyPair keys() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
