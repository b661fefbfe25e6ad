package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.function.Supplier;

/**
 * What the failure of a shared call means for each who shared it. An outage is everybody's, and not
 * made worse by calls for each; a refusal may be one odd question's fault.
 */
record SharedFailure(ExternalCallException failure, Thread leader) {

  /**
   * What a caller has left to do, on its own thread.
   *
   * @param alone calls for this caller only
   * @param again asks once more, perhaps with others
   */
  <A> Supplier<A> rest(Supplier<A> alone, Supplier<A> again) {
    if (failure.halt() instanceof Halt.Refused) {
      return alone;
    }
    // Only the leader was to stop, and nothing was sent: the others go on without it.
    if (failure.halt() instanceof Halt.Failed && leader.isInterrupted()) {
      return () -> {
        if (Thread.currentThread().equals(leader)) {
          throw failure;
        }
        return again.get();
      };
    }
    return () -> {
      throw Thread.currentThread().equals(leader) ? failure : copy();
    };
  }

  /** One's own, since threads must not share an exception's trace. */
  private ExternalCallException copy() {
    var halt = failure.halt();
    return halt instanceof Halt.Failed
        ? ExternalCallException.unavailable(halt.code(), halt.reason(), failure)
        : ExternalCallException.outcomeUnknown(halt.code(), halt.reason(), failure);
  }
}
