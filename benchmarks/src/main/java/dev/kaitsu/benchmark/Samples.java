package dev.kaitsu.benchmark;

import java.util.List;

/** Measured values, all of one kind. */
record Samples(List<Double> sorted) {
  Samples {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = sorted.stream().sorted().toList();
  }

  double median() {
    return percentile(50);
  }

  /** The smallest value that at least so many percent do not exceed. */
  double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  double most() {
    return sorted.get(sorted.size() - 1);
  }
}
