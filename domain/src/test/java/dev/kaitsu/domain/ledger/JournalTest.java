package dev.kaitsu.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.SettableClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is noted becomes durable together, with the next write")
class JournalTest {
  private static final LedgerFact FIRST = new LedgerFact.AcceptSent();
  private static final LedgerFact SECOND = new LedgerFact.Accepted();
  private static final LedgerFact.CreationSent SENDING =
      new LedgerFact.CreationSent(AnOrder.CLIENT, Optional.empty(), "digest");

  private final CrashPoints writes = new CrashPoints();
  private final InMemoryStore store = new InMemoryStore(new SettableClock(), writes);
  private final InMemoryLedger ledger = new InMemoryLedger(store);
  private final Journal journal = journalOf(AnOrder.ID);

  @BeforeEach
  void countWrites() {
    writes.crashAt(Integer.MAX_VALUE);
  }

  @Test
  @DisplayName("a note alone is not durable, and costs nothing")
  void noted() {
    journal.note(FIRST);
    assertThat(ledger.factsOf(AnOrder.ID)).isEmpty();
    assertWrites(0);
  }

  @Test
  @DisplayName("facts up to a write share it, and each is written once")
  void written() {
    journal.note(FIRST);
    journal.write(SECOND);
    journal.write();
    assertThat(ledger.factsOf(AnOrder.ID)).containsExactly(FIRST, SECOND);
    assertWrites(1);
  }

  @Test
  @DisplayName("the intent of a creating call takes along what was noted before it")
  void sending() {
    journal.note(FIRST);
    assertThat(journal.writeSending(AnOrder.CLIENT, SENDING)).isTrue();
    journal.write();
    assertThat(ledger.factsOf(AnOrder.ID)).containsExactly(FIRST, SENDING);
    assertWrites(1);
  }

  @Test
  @DisplayName("an intent that has to wait for its turn leaves no trace, earlier notes stay")
  void anothersTurn() {
    journalOf(AnOrder.idNumbered(2)).writeSending(AnOrder.CLIENT, SENDING);
    journal.note(FIRST);
    assertThat(journal.writeSending(AnOrder.CLIENT, SENDING)).isFalse();
    assertThat(ledger.factsOf(AnOrder.ID)).isEmpty();

    journal.write();
    assertThat(ledger.factsOf(AnOrder.ID)).containsExactly(FIRST);
  }

  @Test
  @DisplayName("another client's turn is no hindrance")
  void anotherClient() {
    journalOf(AnOrder.idNumbered(2)).writeSending(AnOrder.CLIENT, SENDING);
    assertThat(journal.writeSending(new BillingClientId(99), SENDING)).isTrue();
  }

  private Journal journalOf(OrderId order) {
    return new Journal(ledger, store.claim(order), Instant.EPOCH);
  }

  private void assertWrites(int expected) {
    assertThat(writes.passed()).isEqualTo(2 * expected);
  }
}
