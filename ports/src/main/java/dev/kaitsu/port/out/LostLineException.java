package dev.kaitsu.port.out;

/** The line is worked on by somebody with a newer claim: stop quietly, write and send nothing. */
public final class LostLineException extends RuntimeException {
  public LostLineException(long lineId) {
    super("line " + lineId + " was taken over");
  }
}
