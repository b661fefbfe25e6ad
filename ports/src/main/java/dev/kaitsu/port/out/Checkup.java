package dev.kaitsu.port.out;

import dev.kaitsu.model.Finding;
import java.time.Duration;
import java.util.List;

/** Looks at one thing that must be right before a go-live, and changes nothing. */
public interface Checkup {
  /**
   * Its group, a dot, and what is looked at: {@code salesforce.login}. Scripts know it by this
   * name.
   */
  String name();

  /** Names of the checkups that must not fail before there is anything to be seen here. */
  default List<String> needs() {
    return List.of();
  }

  /** How long it may take; after that it counts as failed. */
  default Duration patience() {
    return Duration.ofSeconds(15);
  }

  /**
   * Looks; at least one finding.
   *
   * @throws ExternalCallException if another system did not answer, which counts as failed
   */
  List<Finding> look();
}
