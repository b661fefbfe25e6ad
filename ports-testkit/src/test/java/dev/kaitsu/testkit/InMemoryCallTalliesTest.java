package dev.kaitsu.testkit;

import dev.kaitsu.port.out.CallTallies;
import dev.kaitsu.testkit.contract.CallTalliesContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Tallies of calls in memory")
class InMemoryCallTalliesTest extends CallTalliesContract {
  private final SettableClock clock = new SettableClock();
  private final CallTallies tallies = new InMemoryCallTallies(clock);

  @Override
  protected CallTallies tallies() {
    return tallies;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
