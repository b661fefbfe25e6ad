package dev.kaitsu.adapter.salesforce.stream;

/** The service told nothing about a topic. */
final class TopicCallException extends RuntimeException {
  private final transient RpcFailure failure; // not serialized: it never leaves the process

  TopicCallException(RpcFailure failure) {
    super(failure.toString());
    this.failure = failure;
  }

  RpcFailure failure() {
    return failure;
  }
}
