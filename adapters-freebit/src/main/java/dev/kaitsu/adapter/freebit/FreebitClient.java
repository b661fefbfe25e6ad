package dev.kaitsu.adapter.freebit;

import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;

/**
 * Sends calls with a key. A refused key proves that the call was not executed, and so does a
 * refusal that may be about the key, so it is sent again with a new one: once, and never for any
 * other reason.
 */
final class FreebitClient {
  /** A write that begins later might run beside whoever took the work over meanwhile. */
  static final Duration LONGEST_WAIT_OF_A_WRITE = Duration.ofSeconds(5);

  private final FreebitExchange exchange;
  private final FreebitSession session;
  private final Duration longestWaitOfAWrite;

  FreebitClient(FreebitExchange exchange, FreebitSession session, Duration longestWaitOfAWrite) {
    this.exchange = exchange;
    this.session = session;
    this.longestWaitOfAWrite = longestWaitOfAWrite;
  }

  /**
   * @throws ExternalCallException if Freebit did not do it, or did not answer
   */
  WireObject send(FreebitCall call) {
    long asked = System.nanoTime();
    var since = session.now();
    var key = session.key();
    var answer = send(call, key, asked);
    if (!(answer instanceof Answer.Success)) {
      session.invalidate(key);
      key = session.keySince(since);
      answer = send(call, key, asked);
    }
    if (answer instanceof Answer.Success success) {
      return success.reply();
    }
    if (answer instanceof Answer.KeySuspected suspected) {
      throw suspected.otherwise(); // it was not the key
    }
    throw session.refused(
        key,
        FreebitErrors.denied(
            "Freebit refuses even a new key at %s: %s"
                .formatted(call.code(), ((Answer.KeyRefused) answer).said())));
  }

  private Answer send(FreebitCall call, HeldKey key, long asked) {
    if (call.writes() && System.nanoTime() - asked > longestWaitOfAWrite.toNanos()) {
      throw FreebitErrors.tooLate(call);
    }
    var json = call.body().json();
    json.put("authKey", key.key());
    return exchange.send(call, json);
  }
}
