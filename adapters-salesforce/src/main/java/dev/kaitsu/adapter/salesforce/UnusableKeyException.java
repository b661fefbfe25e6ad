package dev.kaitsu.adapter.salesforce;

/** What was given as a private key is none that can be used; the message continues "the key …". */
final class UnusableKeyException extends RuntimeException {
  UnusableKeyException(String problem) {
    super(problem);
  }
}
