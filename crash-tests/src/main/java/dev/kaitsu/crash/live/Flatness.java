package dev.kaitsu.crash.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether a server needs more and more of something: its later needs against its earlier ones. */
record Flatness(List<Vitals> vitals) {
  private static final double ROOM = 1.25;

  Flatness {
    vitals = List.copyOf(vitals);
  }

  /** What grew; the first fifth of the time is left out, since a server warms up. */
  List<String> grew() {
    var settled = vitals.subList(vitals.size() / 5, vitals.size());
    var grew = new ArrayList<String>();
    if (settled.size() >= 4) {
      compare("heap in MB", settled, Vitals::heapMegabytes, 10, grew);
      compare("threads", settled, Vitals::threads, 10, grew);
      compare("open files", settled, Vitals::files, 20, grew);
    }
    return grew;
  }

  private static void compare(
      String what,
      List<Vitals> settled,
      ToDoubleFunction<Vitals> value,
      double alwaysAllowed,
      List<String> grew) {
    int half = settled.size() / 2;
    double early = highest(settled.subList(0, half), value);
    double late = highest(settled.subList(settled.size() - half, settled.size()), value);
    if (late > early * ROOM && late > early + alwaysAllowed) {
      grew.add("%s grew from %.0f to %.0f".formatted(what, early, late));
    }
  }

  private static double highest(List<Vitals> vitals, ToDoubleFunction<Vitals> value) {
    return vitals.stream().mapToDouble(value).max().orElseThrow();
  }
}
