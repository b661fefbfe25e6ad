package dev.kaitsu.wiring.config;

import java.util.List;

/** The environment cannot be used; lists every fault, each naming its variable and the remedy. */
public final class ConfigurationException extends RuntimeException {
  private final transient List<String> problems; // not serialized: it never leaves the process

  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
