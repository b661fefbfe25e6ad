package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.FailureCode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders and what happens to them, to be cut short anywhere.
 *
 * @param failure the code they fail with however often it is tried
 * @param mayBeWithdrawn whether somebody takes them back on the way
 */
record Story(
    String name,
    Consumer<PointWorld> arrange,
    Optional<FailureCode> failure,
    boolean mayBeWithdrawn,
    Seen seen) {

  static Story live(String name, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.empty(), false, seen);
  }

  static Story failing(String name, FailureCode code, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.of(code), false, seen);
  }

  static Story takenBack(String name, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.empty(), true, seen);
  }

  /** How often an operator tries a failed order again. */
  int mostRetries() {
    return failure.isPresent() ? 1 : 4;
  }

  @Override
  public String toString() {
    return name;
  }
}
