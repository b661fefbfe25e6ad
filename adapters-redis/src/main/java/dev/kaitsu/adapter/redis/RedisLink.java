package dev.kaitsu.adapter.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two connections that come up when Redis does: the client library reconnects one that was there,
 * but gives up on one that never was, so the first connect is tried again and again.
 */
final class RedisLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration NEXT_TRY = Duration.ofSeconds(2);

  /** Nobody waits for a connect, and the first one of a cold start takes its time. */
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

  private static final Duration FIRST_TRY_PATIENCE = Duration.ofSeconds(2);

  private final RedisClient client;
  private final RedisConfig config;
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "kaitsu-redis-link");
            thread.setDaemon(true);
            return thread;
          });
  private final CopyOnWriteArrayList<Consumer<StatefulRedisPubSubConnection<String, String>>>
      subscribers = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstTry = new CountDownLatch(1);
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile Optional<StatefulRedisConnection<String, String>> commands = Optional.empty();
  private volatile Optional<StatefulRedisPubSubConnection<String, String>> listening =
      Optional.empty();

  private RedisLink(RedisConfig config) {
    this.config = config;
    var uri = config.uri();
    uri.setTimeout(CONNECT_PATIENCE); // of the greeting; commands have a limit of their own
    this.client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(2)).build())
            .timeoutOptions(TimeoutOptions.enabled(config.timeout()))
            .maintNotificationsConfig(MaintNotificationsConfig.disabled())
            .build());
  }

  static RedisLink open(RedisConfig config) {
    var link = new RedisLink(config);
    link.retries.execute(link::connect);
    return link;
  }

  private void connect() {
    if (retries.isShutdown()) {
      return;
    }
    try {
      if (commands.isEmpty()) {
        commands = Optional.of(client.connect());
      }
      firstTry.countDown();
      var events = client.connectPubSub(StringCodec.UTF8);
      listening = Optional.of(events);
      subscribers.forEach(subscriber -> subscriber.accept(events));
      if (told.get()) {
        LOG.info("Redis is there again");
      }
    } catch (RuntimeException away) {
      firstTry.countDown();
      if (!retries.isShutdown() && told.compareAndSet(false, true)) {
        LOG.warn("Redis cannot be reached at {}; going on without it", config);
      }
      retryLater();
    }
  }

  private void retryLater() {
    if (!retries.isShutdown()) {
      var unused = retries.schedule(this::connect, NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Lets the subscriber have the listening connection, now or once there is one. */
  synchronized void onListening(
      Consumer<StatefulRedisPubSubConnection<String, String>> subscriber) {
    subscribers.add(subscriber);
    listening.ifPresent(subscriber);
  }

  /** Sends a command and does not wait; a lost one is not missed. */
  void tell(Function<RedisAsyncCommands<String, String>, CompletionStage<?>> command) {
    commands.ifPresent(
        connection -> {
          try {
            command
                .apply(connection.async())
                .exceptionally(
                    lost -> {
                      LOG.debug("A Redis command was lost", lost);
                      return null;
                    });
          } catch (RuntimeException away) {
            LOG.debug("Redis is away", away);
          }
        });
  }

  /** Asks, and waits no longer than the configured time; empty if Redis has nothing or is away. */
  <T> Optional<T> ask(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
    try {
      // At the start of a process what others have shared is worth waiting for.
      if (!firstTry.await(FIRST_TRY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          || commands.isEmpty()) {
        return Optional.empty();
      }
      return Optional.ofNullable(
          command
              .apply(commands.get().async())
              .toCompletableFuture()
              .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception away) {
      LOG.debug("Redis is away", away);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    retries.shutdown(); // a connect under way ends by itself, within its time limit
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
