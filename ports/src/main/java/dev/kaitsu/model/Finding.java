package dev.kaitsu.model;

/**
 * What a look at one thing before a go-live found; one line to an operator.
 *
 * @param found without secrets or personal data
 * @param remedy what helps; empty if nothing is to be done, or if what was found says it
 */
public record Finding(Level level, String found, String remedy) {

  /** How bad it is. */
  public enum Level {
    PASS,
    /** It works, or may work, and an operator should know. */
    WARN,
    /** Orders would not be fulfilled. */
    FAIL,
    /** There was nothing to be seen, since something else failed before. */
    SKIPPED
  }

  public static Finding pass(String found) {
    return new Finding(Level.PASS, found, "");
  }

  public static Finding warn(String found, String remedy) {
    return new Finding(Level.WARN, found, remedy);
  }

  public static Finding fail(String found, String remedy) {
    return new Finding(Level.FAIL, found, remedy);
  }

  public static Finding skipped(String because) {
    return new Finding(Level.SKIPPED, "skipped, because " + because, "");
  }
}
