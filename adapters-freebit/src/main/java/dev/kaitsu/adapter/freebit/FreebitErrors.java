package dev.kaitsu.adapter.freebit;

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
 * byte on, unless Freebit itself says that it was not executed.
 */
final class FreebitErrors {
  private FreebitErrors() {}

  /** Nothing was sent: no address, no connection, no TLS session. */
  static ExternalCallException notSent(FreebitCall call, IOException cause) {
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
        "Freebit was not reached for %s: %s (FREEBIT_BASE_URL)".formatted(call.code(), why),
        cause);
  }

  /** Getting a key took so long that a write might start after somebody else took it over. */
  static ExternalCallException tooLate(FreebitCall call) {
    return unavailable(
        FailureCode.ETIMEOUT,
        "%s was not sent to Freebit: logging in took too long".formatted(call.code()));
  }

  /** It was sent at least in part, and the connection gave no complete answer. */
  static ExternalCallException lost(FreebitCall call, IOException cause) {
    boolean late = cause instanceof InterruptedIOException;
    var reason =
        late
            ? "Freebit did not answer %s in time".formatted(call.code())
            : "the connection to Freebit broke during %s".formatted(call.code());
    var code = late ? FailureCode.ETIMEOUT : FailureCode.ECONNRESET;
    return call.writes() ? outcomeUnknown(code, reason, cause) : unavailable(code, reason, cause);
  }

  /** An HTTP status that is no success: of a proxy, or of a server in trouble. */
  static ExternalCallException http(FreebitCall call, int status) {
    var where = status == 404 ? "; check FREEBIT_BASE_URL, and the paths in docs/freebit.md" : "";
    return doubt(
        call,
        FailureCode.ofHttpStatus(status),
        "Freebit answered %s with HTTP %d%s".formatted(call.code(), status, where));
  }

  /** Something that is not one of Freebit's own answers, or not one that can be believed. */
  static ExternalCallException unreadable(FreebitCall call, String what) {
    return doubt(
        call,
        FailureCode.SIM_ANSWER_UNREADABLE,
        "Freebit answered %s with %s".formatted(call.code(), what));
  }

  /** Freebit says that something went wrong inside it, which proves nothing. */
  static ExternalCallException fault(FreebitCall call, String said) {
    return doubt(
        call,
        FailureCode.HTTP_500,
        "Freebit had an error of its own at %s: %s".formatted(call.code(), said));
  }

  /** The line is locked: nothing was done, and it will be unlocked by itself. */
  static ExternalCallException locked(FreebitCall call, String said) {
    return unavailable(
        FailureCode.SIM_LINE_LOCKED,
        "a change of the line is running at Freebit, which refused %s: %s"
            .formatted(call.code(), said));
  }

  static ExternalCallException refusal(FreebitCall call, FailureCode code, String said) {
    return refused(code, "Freebit refused %s: %s".formatted(call.code(), said));
  }

  /**
   * Freebit does not know us: nothing was executed, and a person must act.
   *
   * @param why the whole story in one sentence
   */
  static ExternalCallException denied(String why) {
    return refused(
        FailureCode.SIM_ACCESS_REFUSED, why + "; check FREEBIT_OEM_ID and FREEBIT_OEM_KEY");
  }

  private static ExternalCallException doubt(FreebitCall call, FailureCode code, String reason) {
    return call.writes() ? outcomeUnknown(code, reason) : unavailable(code, reason);
  }
}
