package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Request;

/** What an exchange without an answer means. */
final class LostAnswer {
  private LostAnswer() {}

  static boolean isTimeout(IOException e) {
    return e instanceof InterruptedIOException;
  }

  /** Nothing was changed: it was a read, or nothing was sent. */
  static ExternalCallException ofRead(String what, Request request, IOException e) {
    return ExternalCallException.unavailable(code(e), describe(what, request, e), e);
  }

  /** The write may be in place. */
  static ExternalCallException ofWrite(String what, Request request, IOException e) {
    return ExternalCallException.outcomeUnknown(code(e), describe(what, request, e), e);
  }

  private static FailureCode code(IOException e) {
    if (e instanceof UnknownHostException) {
      return FailureCode.ENOTFOUND;
    }
    if (e instanceof ConnectException) {
      return FailureCode.ECONNREFUSED;
    }
    return isTimeout(e) ? FailureCode.ETIMEOUT : FailureCode.ECONNRESET;
  }

  private static String describe(String what, Request request, IOException e) {
    var host = request.url().host() + ":" + request.url().port();
    if (e instanceof UnknownHostException) {
      return "the host name %s of Salesforce is unknown: check SF_LOGIN_URL and DNS"
          .formatted(host);
    }
    if (e instanceof ConnectException) {
      return "Salesforce cannot be reached at %s: check network and firewall".formatted(host);
    }
    if (e instanceof SSLException) {
      return "no trusted TLS connection to Salesforce at %s: check proxies and the trust store"
          .formatted(host);
    }
    return isTimeout(e)
        ? "Salesforce did not answer %s in time".formatted(what)
        : "the connection to Salesforce broke during %s".formatted(what);
  }
}
