package dev.kaitsu.domain.step;

import java.util.function.Supplier;

/** A value, or the exception that came instead: carries both from one thread to another. */
final class Outcome<T> {
  private final Supplier<T> value;
  private final boolean failed;

  private Outcome(Supplier<T> value, boolean failed) {
    this.value = value;
    this.failed = failed;
  }

  static <T> Outcome<T> of(Supplier<T> call) {
    try {
      T result = call.get();
      return new Outcome<>(() -> result, false);
    } catch (RuntimeException failure) {
      return new Outcome<>(
          () -> {
            throw failure;
          },
          true);
    }
  }

  boolean failed() {
    return failed;
  }

  /** The value; throws what the call threw. */
  T value() {
    return value.get();
  }
}
