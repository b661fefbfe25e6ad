package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import java.util.List;
import java.util.stream.IntStream;

/** Orders and hints for tests. */
final class Samples {
  static final RecurringWork NOTHING_RECURRING =
      new RecurringWork(() -> 0, () -> 0, () -> {}, () -> {}, () -> {}, stopping -> true);

  private Samples() {}

  static OrderId order(int number) {
    return new OrderId("80100000%07d".formatted(number));
  }

  static Hint hint(int order) {
    return Hint.of(order(order), HintSource.CHANGE_EVENT);
  }

  static Hint hint(int order, HintSource source, String correlation) {
    return new Hint(order(order), source, new CorrelationId(correlation));
  }

  static List<Hint> hints(int orders) {
    return IntStream.range(0, orders).mapToObj(Samples::hint).toList();
  }
}
