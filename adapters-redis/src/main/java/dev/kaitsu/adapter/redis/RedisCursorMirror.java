package dev.kaitsu.adapter.redis;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.CursorMirror;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cursors, base64, under the key that the runbook names: {@code sf:pe:replay:<channel>}. */
final class RedisCursorMirror implements CursorMirror {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCursorMirror.class);
  private static final String PREFIX = "sf:pe:replay:";

  private final RedisLink link;

  RedisCursorMirror(RedisLink link) {
    this.link = link;
  }

  @Override
  public void save(String topic, ReplayId cursor) {
    var text = Base64.getEncoder().encodeToString(cursor.bytes());
    link.tell(redis -> redis.set(PREFIX + topic, text));
  }

  @Override
  public void forget(String topic) {
    link.tell(redis -> redis.del(PREFIX + topic));
  }

  @Override
  public Optional<ReplayId> find(String topic) {
    return link.ask(redis -> redis.get(PREFIX + topic))
        .filter(text -> !text.isBlank())
        .flatMap(text -> decode(topic, text));
  }

  private static Optional<ReplayId> decode(String topic, String text) {
    try {
      return Optional.of(new ReplayId(Base64.getDecoder().decode(text.strip())));
    } catch (IllegalArgumentException notOurs) {
      LOG.warn("The mirrored cursor of {} is not base64 and is ignored", topic);
      return Optional.empty();
    }
  }
}
