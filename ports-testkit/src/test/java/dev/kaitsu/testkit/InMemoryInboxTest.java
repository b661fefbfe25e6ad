package dev.kaitsu.testkit;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.testkit.contract.InboxContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The inbox in memory keeps what the inbox promises")
class InMemoryInboxTest extends InboxContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock, new CrashPoints());
  private final InMemoryInbox inbox = new InMemoryInbox(store);

  @Override
  protected Inbox inbox() {
    return inbox;
  }

  @Override
  protected StreamLeases leases() {
    return new InMemoryStreamLeases(store, "node", Duration.ofSeconds(10));
  }

  @Override
  protected Inbox brokenInbox() {
    store.failsNext();
    return inbox;
  }

  @Override
  protected boolean isDue(OrderId order) {
    return store.dueAt(order).filter(time -> !time.isAfter(clock.instant())).isPresent();
  }

  @Override
  protected Claim claim(OrderId order) {
    return store.claim(order);
  }

  @Override
  protected void complete(Claim claim, WorkOutcome outcome) {
    store.complete(claim, outcome);
  }

  @Override
  protected Optional<Payload> parkedPayload(String topic, String key) {
    return inbox.parked().stream()
        .filter(event -> event.key().equals(key))
        .map(StreamEvent.Undecodable::payload)
        .findFirst();
  }
}
