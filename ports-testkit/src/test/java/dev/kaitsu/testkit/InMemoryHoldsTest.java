package dev.kaitsu.testkit;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.testkit.contract.HoldsContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Holds in memory keep what holds promise")
class InMemoryHoldsTest extends HoldsContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock, new CrashPoints());
  private final InMemoryHolds holds = new InMemoryHolds(store);

  @Override
  protected Holds holds() {
    return holds;
  }

  @Override
  protected void lookedAt(Hint hint) {
    store.hint(hint);
    var claim = store.claim(hint.order());
    store.complete(claim, new ComeBack(clock.instant().plus(Duration.ofHours(1)), "it waits"));
  }

  @Override
  protected boolean isDue(OrderId order) {
    return store.dueAt(order).filter(time -> !time.isAfter(clock.instant())).isPresent();
  }
}
