package dev.kaitsu.benchmark;

import java.util.Optional;

/**
 * One measured value.
 *
 * @param what is measured, in a few words
 * @param budget empty: told for information
 */
record Figure(String what, double value, String unit, Optional<Budget> budget) {

  static Figure of(String what, double value, String unit, Budget budget) {
    return new Figure(what, value, unit, Optional.of(budget));
  }

  static Figure of(String what, double value, String unit) {
    return new Figure(what, value, unit, Optional.empty());
  }
}
