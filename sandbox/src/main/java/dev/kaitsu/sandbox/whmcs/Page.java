package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.ListOrder;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** The part of a list that {@code limitstart} and {@code limitnum} ask for; 25 rows by default. */
record Page<T>(int total, int start, List<T> rows) {
  private static final int DEFAULT_ROWS = 25;
  private static final int SCATTER = 0x9E3779B9;

  /**
   * @param all in ascending order of their ids
   */
  static <T> Page<T> of(List<T> all, ToIntFunction<T> id, WhmcsBehaviour behaviour, PhpArray form) {
    int start = Math.max(0, form.integer("limitstart").orElse(0));
    int asked = form.integer("limitnum").filter(rows -> rows > 0).orElse(DEFAULT_ROWS);
    int from = Math.min(start, all.size());
    int to = (int) Math.min((long) from + Math.min(asked, behaviour.pageCap), all.size());
    return new Page<>(all.size(), start, cut(all, id, behaviour.listOrder, from, to));
  }

  boolean isLast() {
    return start + rows.size() >= total;
  }

  private static <T> List<T> cut(
      List<T> all, ToIntFunction<T> id, ListOrder order, int from, int to) {
    return switch (order) {
      case ASCENDING -> List.copyOf(all.subList(from, to));
      case DESCENDING -> {
        List<T> mirrored = all.subList(all.size() - to, all.size() - from);
        yield mirrored.stream().sorted(Comparator.comparingInt(id).reversed()).toList();
      }
      case SHUFFLED ->
          all.stream()
              .sorted(Comparator.comparingInt(row -> id.applyAsInt(row) * SCATTER))
              .toList()
              .subList(from, to);
    };
  }
}
