package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Doubt;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.SeenOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a complete look means for creating a billing order: the rule by which no order is billed
 * twice. Pure: everything it knows is in its arguments.
 */
sealed interface CreationDecision {

  /** An order with our marker exists: it is ours. The lowest is kept, others are only reported. */
  record Adopt(SeenOrder kept, List<BillingOrderId> others) implements CreationDecision {
    static Adopt of(List<SeenOrder> marked) {
      return new Adopt(marked.get(0), marked.stream().skip(1).map(SeenOrder::id).toList());
    }
  }

  /** Nothing was left behind: create, exactly once. */
  record Create(Optional<BillingOrderId> highWater) implements CreationDecision {}

  /** An earlier call may still take effect: look again when its window has closed. */
  record LookAgain(Instant windowEnd) implements CreationDecision {}

  /** After a lost answer an order appeared of which nobody can say whose it is. */
  record Unmarked(List<BillingOrderId> orders) implements CreationDecision {}

  /**
   * Decides.
   *
   * @param lookBegan a time, by the ledger's clock, before which the look did not begin
   * @param notOurs tells which billing orders are known to be somebody else's
   */
  static CreationDecision of(
      BillingLook look,
      Optional<Doubt> doubt,
      Instant lookBegan,
      Duration lookWindow,
      Function<Collection<BillingOrderId>, Set<BillingOrderId>> notOurs) {
    var marked = look.marked();
    if (!marked.isEmpty()) {
      return Adopt.of(marked);
    }
    if (doubt.isEmpty()) {
      return new Create(look.highest());
    }
    var windowEnd = doubt.get().windowEnd(lookWindow);
    if (lookBegan.isBefore(windowEnd)) {
      return new LookAgain(windowEnd);
    }
    var newer = look.newerThan(doubt.get().highWater()).stream().map(SeenOrder::id).toList();
    var explained = newer.isEmpty() ? Set.<BillingOrderId>of() : notOurs.apply(newer);
    var unexplained = newer.stream().filter(id -> !explained.contains(id)).toList();
    return unexplained.isEmpty() ? new Create(doubt.get().highWater()) : new Unmarked(unexplained);
  }
}
