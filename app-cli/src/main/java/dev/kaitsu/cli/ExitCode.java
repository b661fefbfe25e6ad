package dev.kaitsu.cli;

/** How a command ends; scripts rely on these numbers. */
enum ExitCode {
  OK(0),
  /** The thing that was asked for was done, and failed. */
  FAILED(1),
  /** Bad usage or configuration. */
  USAGE(2),
  NOT_FOUND(3),
  /** The order is in a state in which the request is refused. */
  REFUSED(4),
  /** A system that is needed does not answer. */
  UNAVAILABLE(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
