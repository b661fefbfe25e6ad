package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.ParkedEvents;
import dev.kaitsu.testkit.contract.ParkedEventsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Parked events in memory keep what is promised of them")
class InMemoryParkedEventsTest extends ParkedEventsContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock, new CrashPoints());

  @Override
  protected ParkedEvents parked() {
    return new InMemoryParkedEvents(store);
  }

  @Override
  protected Inbox inbox() {
    return new InMemoryInbox(store);
  }

  @Override
  protected boolean isDue(OrderId id) {
    return store.dueAt(id).filter(time -> !time.isAfter(clock.instant())).isPresent();
  }

  @Override
  protected ParkedEvents brokenParked() {
    store.failsNext();
    return parked();
  }
}
