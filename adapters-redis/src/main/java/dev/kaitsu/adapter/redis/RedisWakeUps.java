package dev.kaitsu.adapter.redis;

import dev.kaitsu.port.out.WakeUps;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/** Wake-ups by PUBLISH: about half a millisecond to another node. */
final class RedisWakeUps implements WakeUps {
  private static final String CHANNEL = "kaitsu:wake-up";

  private final RedisLink link;

  RedisWakeUps(RedisLink link) {
    this.link = link;
  }

  @Override
  public void publish() {
    link.tell(redis -> redis.publish(CHANNEL, ""));
  }

  @Override
  public void onWakeUp(Runnable action) {
    link.onListening(connection -> listen(connection, action));
  }

  private static void listen(
      StatefulRedisPubSubConnection<String, String> connection, Runnable action) {
    connection.addListener(
        new RedisPubSubAdapter<String, String>() {
          @Override
          public void message(String channel, String message) {
            action.run();
          }

          @Override
          public void subscribed(String channel, long count) {
            action.run(); // after each reconnect too: what was published meanwhile is lost
          }
        });
    var unused = connection.async().subscribe(CHANNEL);
  }
}
