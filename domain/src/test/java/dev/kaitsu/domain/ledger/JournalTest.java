package dev.kaitsu.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is noted becomes durable together, with the next write")
class JournalTest {
  private static final LedgerFact FIRST = new LedgerFact.AcceptSent();
  private static final LedgerFact SECOND = new LedgerFact.Accepted();
  private static final LedgerFact.CreationSent SENDING =
      new LedgerFact.CreationSent(AnOrder.CLIENT, Optional.empty(), "digest");

  private static final Duration TAKEOVER = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock();
  private final CrashPoints writes = new CrashPoints();
  private final InMemoryStore store = new InMemoryStore(clock, writes);
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

  @Test
  @DisplayName("what was noted about an order that turns out to be another's is taken back")
  void disclaimed() {
    var kept = new LedgerFact.StepFinished("mapping", Duration.ZERO);
    journal.note(kept);
    journal.note(new LedgerFact.Billed(new BillingOrderId(6), List.of(), true));
    journal.note(new LedgerFact.DuplicatesFound(List.of(new BillingOrderId(7))));
    journal.note(FIRST);
    journal.note(SECOND);
    journal.disclaim();
    journal.write();
    assertThat(ledger.factsOf(AnOrder.ID)).containsExactly(kept);
  }

  @Nested
  @DisplayName("that the order is still ours")
  class Possessed {
    private static final Duration HALF_A_TAKEOVER = TAKEOVER.dividedBy(2);

    @Test
    @DisplayName("is not taken for granted: the ledger must have said so")
    void unproven() {
      assertThat(journal.maySend()).isFalse();
      journal.confirm();
      assertThat(journal.maySend()).isTrue();
    }

    @Test
    @DisplayName("is proven by a write for half a takeover time")
    void provenByWriting() {
      journal.write(FIRST);
      clock.advance(HALF_A_TAKEOVER);
      assertThat(journal.maySend()).isTrue();
      clock.advance(Duration.ofNanos(1));
      assertThat(journal.maySend()).isFalse();
    }

    @Test
    @DisplayName("is proven by the intent of a creating call, not by one that has to wait")
    void provenBySending() {
      journalOf(AnOrder.idNumbered(2)).writeSending(AnOrder.CLIENT, SENDING);
      journal.writeSending(AnOrder.CLIENT, SENDING);
      assertThat(journal.maySend()).isFalse();
      journal.writeSending(new BillingClientId(99), SENDING);
      assertThat(journal.maySend()).isTrue();
    }

    @Test
    @DisplayName("is not asked again while the proof is fresh")
    void freshProof() {
      journal.confirm();
      store.failsNext();
      assertThatCode(journal::confirm).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is denied once somebody took it over")
    void takenOver() {
      journal.confirm();
      store.claim(AnOrder.ID);
      clock.advance(TAKEOVER);
      assertThatThrownBy(journal::confirm).isInstanceOf(LostClaimException.class);
    }
  }

  private Journal journalOf(OrderId order) {
    return new Journal(
        ledger,
        store.claim(order),
        Instant.EPOCH,
        new Possession(new Time(clock, clock::nanoTime), TAKEOVER));
  }

  private void assertWrites(int expected) {
    assertThat(writes.passed()).isEqualTo(2 * expected);
  }
}
