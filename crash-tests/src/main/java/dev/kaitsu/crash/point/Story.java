package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.FailureCode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders and what happens to them, to be cut short anywhere.
 *
 * @param failure the code with which they may end however often it is tried
 * @param undisturbed how they end if nothing stops them
 */
record Story(
    String name,
    Consumer<PointWorld> arrange,
    Optional<FailureCode> failure,
    End undisturbed,
    Seen seen) {

  /** The three ways in which an order may end. */
  enum End {
    LIVE,
    FAILED,
    WITHDRAWN
  }

  static Story live(String name, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.empty(), End.LIVE, seen);
  }

  static Story failing(String name, FailureCode code, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.of(code), End.FAILED, seen);
  }

  static Story takenBack(String name, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.empty(), End.WITHDRAWN, seen);
  }

  /** Goes live by itself; stopped at the wrong moment it is left to a person. */
  static Story fragile(String name, FailureCode code, Seen seen, Consumer<PointWorld> arrange) {
    return new Story(name, arrange, Optional.of(code), End.LIVE, seen);
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
