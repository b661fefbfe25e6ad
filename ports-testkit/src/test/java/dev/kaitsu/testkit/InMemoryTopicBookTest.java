package dev.kaitsu.testkit;

import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.port.out.TopicBook;
import dev.kaitsu.testkit.contract.TopicBookContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The topics in memory keep what their book promises")
class InMemoryTopicBookTest extends TopicBookContract {
  private final InMemoryStore store = new InMemoryStore(new SettableClock(), new CrashPoints());

  @Override
  protected TopicBook topics() {
    return new InMemoryTopicBook(store);
  }

  @Override
  protected Inbox inbox() {
    return new InMemoryInbox(store);
  }

  @Override
  protected StreamLeases leases() {
    return new InMemoryStreamLeases(store, "node", Duration.ofSeconds(10));
  }

  @Override
  protected TopicBook brokenTopics() {
    store.failsNext();
    return topics();
  }
}
