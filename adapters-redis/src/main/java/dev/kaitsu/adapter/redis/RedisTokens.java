package dev.kaitsu.adapter.redis;

import dev.kaitsu.port.out.SharedTokens;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;

/** Tokens as plain keys with a lifetime; forgetting compares and deletes in one step. */
final class RedisTokens implements SharedTokens {
  private static final String DELETE_IF_SAME =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

  private final RedisLink link;

  RedisTokens(RedisLink link) {
    this.link = link;
  }

  @Override
  public Optional<String> find(String name) {
    return link.ask(redis -> redis.get(name));
  }

  @Override
  public void save(String name, String token, Duration lifetime) {
    link.ask(redis -> redis.set(name, token, SetArgs.Builder.px(lifetime.toMillis())));
  }

  @Override
  public boolean beginFetching(String name, Duration longest) {
    var turn = SetArgs.Builder.nx().px(longest.toMillis());
    var taken = link.ask(redis -> redis.set(fetching(name), "1", turn));
    return taken.isPresent() || link.ask(redis -> redis.exists(fetching(name))).orElse(0L) == 0;
  }

  @Override
  public void endFetching(String name) {
    link.ask(redis -> redis.del(fetching(name)));
  }

  private static String fetching(String name) {
    return name + ":fetching";
  }

  @Override
  public void forget(String name, String token) {
    link.ask(
        redis ->
            redis.<Long>eval(DELETE_IF_SAME, ScriptOutputType.INTEGER, new String[] {name}, token));
  }
}
