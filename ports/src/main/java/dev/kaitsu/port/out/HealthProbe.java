package dev.kaitsu.port.out;

import java.util.Optional;

/** Asks one dependency whether it is there. */
public interface HealthProbe {
  /**
   * A stable lower-case name: {@code database}, {@code cache}, {@code salesforce}, {@code whmcs},
   * {@code freebit}.
   */
  String name();

  /** What is wrong, in one clear sentence with the remedy; empty if nothing is. */
  Optional<String> problem();
}
