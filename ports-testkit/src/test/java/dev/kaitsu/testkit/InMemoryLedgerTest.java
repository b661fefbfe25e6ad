package dev.kaitsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.contract.LedgerContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger in memory keeps what the ledger promises")
class InMemoryLedgerTest extends LedgerContract {
  private final SettableClock clock = new SettableClock();
  private final CrashPoints crashes = new CrashPoints();
  private final InMemoryStore store = new InMemoryStore(clock, crashes);
  private final InMemoryLedger ledger = new InMemoryLedger(store);

  @Test
  @DisplayName("the process can die before and after a fact is durable")
  void crashes() {
    var claim = store.claim(AnOrder.ID);

    crashes.crashAt(1);
    assertThatThrownBy(() -> ledger.record(claim, List.of(new LedgerFact.AcceptSent())))
        .isInstanceOf(SimulatedCrash.class);
    assertThat(ledger.factsOf(AnOrder.ID)).isEmpty();

    crashes.crashAt(2);
    assertThatThrownBy(() -> ledger.record(claim, List.of(new LedgerFact.AcceptSent())))
        .isInstanceOf(SimulatedCrash.class);
    assertThat(ledger.factsOf(AnOrder.ID)).containsExactly(new LedgerFact.AcceptSent());
  }

  @Test
  @DisplayName("the answer of a commit can be lost: a failure, and the facts are there")
  void losesAnswers() {
    var claim = store.claim(AnOrder.ID);
    store.losesTheNextAnswer();

    assertThatThrownBy(() -> ledger.record(claim, List.of(new LedgerFact.AcceptSent())))
        .isInstanceOf(StoreException.class);
    assertThat(ledger.factsOf(AnOrder.ID)).hasSize(1);
  }

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Ledger brokenLedger() {
    store.failsNext();
    return ledger;
  }

  @Override
  protected Claim claim(OrderId order) {
    return store.claim(order);
  }

  @Override
  protected void theTurnsTimeRunsOut() {
    clock.advance(InMemoryLedger.TURN_LIMIT);
  }
}
