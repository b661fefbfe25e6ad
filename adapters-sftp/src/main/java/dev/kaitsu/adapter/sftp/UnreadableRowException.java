package dev.kaitsu.adapter.sftp;

/** A line is no row; the message says why, without what it holds. */
final class UnreadableRowException extends RuntimeException {
  UnreadableRowException(String reason) {
    super(reason, null, false, false); // thrown for millions of lines: no stack trace
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
