package dev.kaitsu.adapter.redis;

import static org.awaitility.Awaitility.await;

import dev.kaitsu.port.out.SharedTokens;
import dev.kaitsu.testkit.contract.SharedTokensContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Tokens in Redis keep the promise of shared tokens")
class RedisTokensContractTest extends SharedTokensContract {
  private final RedisStore up = Linked.up();
  private final RedisStore away = Linked.away();

  @AfterEach
  void close() {
    up.close();
    away.close();
  }

  @Override
  protected SharedTokens tokens() {
    return up.tokens();
  }

  @Override
  protected SharedTokens absentTokens() {
    return away.tokens();
  }

  @Override
  protected void saveAndOutlive(String name, String token) {
    tokens().save(name, token, Duration.ofMillis(20));
    await().until(() -> tokens().find(name).isEmpty());
  }
}
