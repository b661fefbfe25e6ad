package dev.kaitsu.adapter.salesforce.stream;

/**
 * Why a stream is over, and what to do about it.
 *
 * @param detail fit for operators and logs
 */
record Ending(Remedy remedy, String detail) {
  static Ending of(RpcFailure failure) {
    var remedy = Remedy.of(failure);
    var advice = remedy.advice(failure);
    return new Ending(remedy, advice.isEmpty() ? failure.toString() : failure + ": " + advice);
  }

  static Ending retry(String detail) {
    return new Ending(Remedy.RETRY, detail);
  }
}
