package dev.kaitsu.adapter.freebit;

import java.util.Optional;

/** Reads Freebit's way of saying yes and no. */
final class Flags {
  private Flags() {}

  static Optional<Boolean> read(String written) {
    return switch (written) {
      case Body.YES, "true" -> Optional.of(true);
      case Body.NO, "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
