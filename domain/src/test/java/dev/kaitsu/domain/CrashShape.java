package dev.kaitsu.domain;

import dev.kaitsu.model.FailureCode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An order and what happens to it.
 *
 * @param expected the code it fails with however often it is tried; empty if it ends Activated
 */
record CrashShape(String name, Consumer<World> arrange, Optional<FailureCode> expected) {
  static CrashShape live(String name, Consumer<World> arrange) {
    return new CrashShape(name, arrange, Optional.empty());
  }

  static CrashShape failing(String name, FailureCode code, Consumer<World> arrange) {
    return new CrashShape(name, arrange, Optional.of(code));
  }

  int mostRetries() {
    return expected.isPresent() ? 1 : 4;
  }

  @Override
  public String toString() {
    return name;
  }
}
