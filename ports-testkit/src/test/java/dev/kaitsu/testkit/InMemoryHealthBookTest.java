package dev.kaitsu.testkit;

import dev.kaitsu.port.out.HealthBook;
import dev.kaitsu.testkit.contract.HealthBookContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The book of checks in memory")
class InMemoryHealthBookTest extends HealthBookContract {
  private final SettableClock clock = new SettableClock();
  private final HealthBook book = new InMemoryHealthBook(clock);

  @Override
  protected HealthBook book() {
    return book;
  }

  @Override
  protected void pass(String system, Duration time) {
    clock.advance(time);
  }
}
