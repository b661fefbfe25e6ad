package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.stream.Delivery.StuckException;
import dev.kaitsu.model.StreamStatus.End;
import io.grpc.Status;
import java.time.Duration;

/**
 * Why a stream is over, and what to do about it.
 *
 * @param detail fit for operators and logs
 */
record Ending(Remedy remedy, End reason, String detail) {
  static Ending of(RpcFailure failure) {
    var remedy = Remedy.of(failure);
    var advice = remedy.advice(failure);
    var reason = failure.status() == Status.Code.OK ? End.COMPLETED : remedy.reason();
    return new Ending(
        remedy, reason, advice.isEmpty() ? failure.toString() : failure + ": " + advice);
  }

  /** What was received could not be taken; if for want of a schema, that call says what helps. */
  static Ending of(StuckException stuck) {
    return stuck.getCause() instanceof SchemaCallException schema
            && Remedy.of(schema.failure()) != Remedy.NEW_SESSION
        ? of(schema.failure())
        : retry(End.STUCK, String.valueOf(stuck.getMessage()));
  }

  static Ending silence(Duration limit) {
    return retry(End.SILENCE, "nothing came for " + limit.toSeconds() + " s");
  }

  static Ending lost(String why) {
    return retry(End.LOST, why);
  }

  static Ending retry(End reason, String detail) {
    return new Ending(Remedy.RETRY, reason, detail);
  }
}
