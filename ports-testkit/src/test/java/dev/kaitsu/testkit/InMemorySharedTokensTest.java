package dev.kaitsu.testkit;

import dev.kaitsu.port.out.SharedTokens;
import dev.kaitsu.testkit.contract.SharedTokensContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Shared tokens in memory keep what shared tokens promise")
class InMemorySharedTokensTest extends SharedTokensContract {
  private final SettableClock clock = new SettableClock();
  private final InMemorySharedTokens tokens = new InMemorySharedTokens(clock);

  @Override
  protected SharedTokens tokens() {
    return tokens;
  }

  @Override
  protected SharedTokens absentTokens() {
    tokens.goesAway();
    return tokens;
  }

  @Override
  protected void saveAndOutlive(String name, String token) {
    tokens.save(name, token, Duration.ofMinutes(5));
    clock.advance(Duration.ofMinutes(5));
  }
}
