package dev.kaitsu.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.sandbox.store.EmbeddedRedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Redis is shared, fast and expendable")
class RedisStoreTest {
  private static final String CHANNEL = "/event/OrderProvisionRequested__e";
  private static final ReplayId CURSOR = new ReplayId(new byte[] {0, 0, 0, 23, (byte) 0x90, 0});

  private EmbeddedRedisServer server;
  private RedisStore store;

  @BeforeEach
  void start() {
    server = EmbeddedRedisServer.start();
    store = open();
    await().until(() -> store.probe().problem().isEmpty());
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  private RedisStore open() {
    return RedisStore.open(new RedisConfig(server.url(), RedisConfig.DEFAULT_TIMEOUT));
  }

  @Test
  @DisplayName("a token that one node saves is found by another, until its lifetime is over")
  void tokensAreShared() {
    try (var other = open()) {
      await().until(() -> other.probe().problem().isEmpty());
      store.tokens().save("kaitsu:salesforce:token", "t-1", Duration.ofMinutes(1));
      assertThat(other.tokens().find("kaitsu:salesforce:token")).contains("t-1");

      store.tokens().save("kaitsu:salesforce:token", "t-2", Duration.ofMillis(30));
      await().until(() -> other.tokens().find("kaitsu:salesforce:token").isEmpty());
    }
  }

  @Test
  @DisplayName("forgetting a token spares a newer one that another node has saved since")
  void forgettingComparesFirst() {
    store.tokens().save("token", "new", Duration.ofMinutes(1));
    store.tokens().forget("token", "old");
    assertThat(store.tokens().find("token")).contains("new");
    store.tokens().forget("token", "new");
    assertThat(store.tokens().find("token")).isEmpty();
  }

  @Test
  @DisplayName("a cursor is mirrored as base64 under the key of the runbook")
  void cursorsAreMirrored() {
    store.cursorMirror().save(CHANNEL, CURSOR);
    await().until(() -> store.cursorMirror().find(CHANNEL).isPresent());
    assertThat(store.cursorMirror().find(CHANNEL)).contains(CURSOR);

    try (var raw = RedisClient.create(server.url());
        var connection = raw.connect()) {
      assertThat(connection.sync().get("sf:pe:replay:" + CHANNEL)).isEqualTo("AAAAF5AA");
      connection.sync().set("sf:pe:replay:" + CHANNEL, "not base64!");
    }
    assertThat(store.cursorMirror().find(CHANNEL)).isEmpty();
  }

  @Test
  @DisplayName("a wake-up reaches the other node, also after Redis was restarted empty")
  void wakeUpsReachOtherNodes() {
    try (var other = open()) {
      var woken = new AtomicInteger();
      other.wakeUps().onWakeUp(woken::incrementAndGet);
      await().until(() -> woken.get() == 1); // once for the connection itself
      store.wakeUps().publish();
      await().until(() -> woken.get() == 2);

      server.restart();
      await().until(() -> woken.get() == 3); // once for the new connection
      await()
          .until(
              () -> {
                store.wakeUps().publish();
                return woken.get() > 3;
              });
    }
  }

  @Test
  @DisplayName("who caches orders hears which one changed, or which item where no more is known")
  void orderChangesAreAnnounced() {
    var heard = new LinkedBlockingQueue<String>();
    try (var raw = RedisClient.create(server.url());
        var connection = raw.connectPubSub()) {
      connection.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
              heard.add(channel + " " + message);
            }
          });
      connection.sync().subscribe("kaitsu:order-changed", "kaitsu:order-item-changed");
      store.orderChanges().announce(new OrderId("8015g00000AbCdE"));
      store.orderChanges().announceItem(new OrderItemId("8025g00000XyZzQ"));
      await().until(() -> heard.size() == 2);
      assertThat(heard)
          .containsExactly(
              "kaitsu:order-changed 8015g00000AbCdEAAV",
              "kaitsu:order-item-changed 8025g00000XyZzQAAV");
    }
  }

  @Test
  @DisplayName("while Redis is away nothing throws, nothing is found, and health says what to do")
  void awayIsNoError() {
    server.stop();
    await().until(() -> store.probe().problem().isPresent());
    store.tokens().save("token", "t", Duration.ofMinutes(1));
    store.tokens().forget("token", "t");
    store.cursorMirror().save(CHANNEL, CURSOR);
    store.wakeUps().publish();
    store.orderChanges().announce(new OrderId("8015g00000AbCdE"));
    assertThat(store.tokens().find("token")).isEmpty();
    assertThat(store.cursorMirror().find(CHANNEL)).isEmpty();
    assertThat(store.probe().problem().orElseThrow()).contains("REDIS_URL");

    server.restart();
    await().until(() -> store.probe().problem().isEmpty());
  }

  @Test
  @DisplayName("a Redis that was never there is linked up with once it comes")
  void lateRedisIsFound() {
    server.stop();
    try (var early = open()) {
      assertThat(early.probe().problem()).isPresent();
      server.restart();
      await().until(() -> early.probe().problem().isEmpty());
    }
  }

  @Test
  @DisplayName("a malformed address is refused by the variable's name, without the password in it")
  void malformedAddress() {
    assertThatThrownBy(
            () -> new RedisConfig("http://user:s3cret@host", RedisConfig.DEFAULT_TIMEOUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REDIS_URL")
        .hasMessageNotContaining("s3cret");
    assertThat(new RedisConfig("redis://:s3cret@host:6379/0", RedisConfig.DEFAULT_TIMEOUT))
        .asString()
        .doesNotContain("s3cret");
  }
}
