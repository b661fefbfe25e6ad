package dev.kaitsu.port.out;

/** A record file could not be had or used; the message says why in one sentence, and what helps. */
public final class RecordFileException extends RuntimeException {
  private final Problem problem;

  public RecordFileException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public RecordFileException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** What kind of trouble. */
  public enum Problem {
    /** Nobody listens there, or nobody answers in time. */
    UNREACHABLE,
    HOST_UNKNOWN,
    /** The server showed another key than the pinned ones. */
    HOST_KEY_REFUSED,
    LOGIN_REFUSED,
    /** The server does not let us read there. */
    ACCESS_REFUSED,
    /** The connection broke while the file was read. */
    BROKEN_OFF,
    /** Somebody is writing the file. */
    STILL_WRITTEN,
    /** There is nothing in it. */
    EMPTY,
    /** It ends in the middle of a line. */
    CUT_OFF,
    /** Most of its rows cannot be read: the mapping, or the charset, is another one. */
    UNREADABLE,
    /** Its import stood still for so long that it was given up. */
    GIVEN_UP,
    /** An import of it began long ago and has not ended. */
    STUCK
  }

  public Problem problem() {
    return problem;
  }

  /** Whether the server could not be talked to at all. */
  public boolean isUnavailable() {
    return switch (problem) {
      case UNREACHABLE, HOST_UNKNOWN, BROKEN_OFF -> true;
      default -> false;
    };
  }
}
