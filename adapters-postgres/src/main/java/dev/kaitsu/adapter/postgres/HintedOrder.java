package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What several hints at one order come to.
 *
 * @param correlation of the first hint with a source of its own; else of the first sweep's
 * @param asked whether somebody asked for the order; a sweep only guesses
 */
record HintedOrder(String order, String correlation, boolean asked) {

  /** One per order, sorted by order id as all locks are taken. */
  static List<HintedOrder> from(Collection<Hint> hints) {
    var byOrder = new TreeMap<String, HintedOrder>();
    for (var hint : hints) {
      byOrder.merge(hint.order().value(), of(hint), HintedOrder::then);
    }
    return byOrder.values().stream().sorted(Comparator.comparing(HintedOrder::order)).toList();
  }

  private static HintedOrder of(Hint hint) {
    return new HintedOrder(
        hint.order().value(), hint.correlation().value(), hint.source() != HintSource.SWEEP);
  }

  private HintedOrder then(HintedOrder later) {
    return later.asked && !asked ? later : this;
  }
}
