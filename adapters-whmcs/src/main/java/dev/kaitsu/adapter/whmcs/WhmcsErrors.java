package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.outcomeUnknown;
import static dev.kaitsu.port.out.ExternalCallException.refused;
import static dev.kaitsu.port.out.ExternalCallException.unavailable;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * What a call that failed means. A read never had an effect; a write is in doubt from its first
 * byte on, unless WHMCS itself says that it was not executed.
 */
final class WhmcsErrors {
  private WhmcsErrors() {}

  /** Nothing was sent: no address, no connection, no TLS session. */
  static ExternalCallException notSent(WhmcsCall call, IOException cause) {
    FailureCode code;
    String why;
    if (cause instanceof UnknownHostException) {
      code = FailureCode.ENOTFOUND;
      why = "its host name is unknown";
    } else if (cause instanceof InterruptedIOException) {
      code = FailureCode.ETIMEOUT;
      why = "no connection came about in time";
    } else if (cause instanceof SSLException) {
      code = FailureCode.ECONNREFUSED;
      why = "no trusted TLS connection came about";
    } else {
      code = FailureCode.ECONNREFUSED;
      why = "nothing answers at its address";
    }
    return unavailable(
        code,
        "WHMCS was not reached for %s: %s (WHMCS_API_URL)".formatted(call.action(), why),
        cause);
  }

  /** No free slot came up in time, so nothing was sent. */
  static ExternalCallException noSlot(WhmcsCall call) {
    return unavailable(
        FailureCode.ETIMEOUT,
        "WHMCS was not asked for %s: all requests of WHMCS_CONCURRENCY were busy"
            .formatted(call.action()));
  }

  /** It was sent at least in part, and the connection gave no complete answer. */
  static ExternalCallException lost(WhmcsCall call, IOException cause) {
    boolean late = cause instanceof InterruptedIOException;
    var reason =
        late
            ? "WHMCS did not answer %s in time".formatted(call.action())
            : "the connection to WHMCS broke during %s".formatted(call.action());
    return doubt(call, late ? FailureCode.ETIMEOUT : FailureCode.ECONNRESET, reason, cause);
  }

  /** A complete HTTP answer that is not one of WHMCS' own, or not one that can be believed. */
  static ExternalCallException unreadable(WhmcsCall call, int status, String what) {
    if (status >= 400) {
      var reason = "WHMCS answered %s with HTTP %d".formatted(call.action(), status);
      return doubt(call, FailureCode.ofHttpStatus(status), reason);
    }
    var reason = "WHMCS answered %s with %s".formatted(call.action(), what);
    return doubt(call, FailureCode.BILLING_ANSWER_UNREADABLE, reason);
  }

  /** WHMCS did not let us in: nothing was executed, and a person must act. */
  static ExternalCallException denied(WhmcsCall call, Answer.Denied denied) {
    return refused(
        FailureCode.BILLING_ACCESS_REFUSED,
        "WHMCS %s (%s: %s)".formatted(denied.problem().remedy(), call.action(), denied.message()));
  }

  static ExternalCallException refusal(WhmcsCall call, Answer.Refusal refusal) {
    return refused(
        FailureCode.BILLING_REFUSED,
        "WHMCS refused %s: %s".formatted(call.action(), refusal.message()));
  }

  private static ExternalCallException doubt(WhmcsCall call, FailureCode code, String reason) {
    return call.writes() ? outcomeUnknown(code, reason) : unavailable(code, reason);
  }

  private static ExternalCallException doubt(
      WhmcsCall call, FailureCode code, String reason, IOException cause) {
    return call.writes() ? outcomeUnknown(code, reason, cause) : unavailable(code, reason, cause);
  }
}
