package dev.kaitsu.testkit;

import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.testkit.contract.StreamLeasesContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Leases in memory keep what leases promise")
class InMemoryStreamLeasesTest extends StreamLeasesContract {
  private static final Duration LIFE = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock, new CrashPoints());

  @Override
  protected StreamLeases of(String node) {
    return new InMemoryStreamLeases(store, node, LIFE);
  }

  @Override
  protected StreamLeases broken() {
    store.failsNext();
    return of("a");
  }

  @Override
  protected void runOut(String topic) {
    clock.advance(LIFE);
  }

  @Override
  protected void beginNewTerm(String topic) {
    new InMemoryStreamLeases(store, "a", LIFE).beginNewTerm(topic);
  }
}
