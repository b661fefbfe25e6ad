package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A connection that broke says how much is certain")
class BrokenConnectionsTest {
  private static final WhmcsCall READ = WhmcsCall.read("GetOrders");
  private static final WhmcsCall WRITE = WhmcsCall.write("AddOrder", List.of(), reply -> true);

  static Stream<Arguments> neverSent() {
    return Stream.of(
        Arguments.of(new UnknownHostException(), FailureCode.ENOTFOUND, "its host name is unknown"),
        Arguments.of(
            new SocketTimeoutException(), FailureCode.ETIMEOUT, "no connection came about in time"),
        Arguments.of(
            new SSLHandshakeException("certificate"),
            FailureCode.ECONNREFUSED,
            "no trusted TLS connection came about"),
        Arguments.of(
            new ConnectException(), FailureCode.ECONNREFUSED, "nothing answers at its address"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("neverSent")
  @DisplayName("before the first byte nothing happened, and the reason is told")
  void notSent(IOException cause, FailureCode code, String why) {
    var failed = WhmcsErrors.notSent(WRITE, cause);
    assertThat(failed.halt())
        .isEqualTo(
            new Halt.Failed(
                code, "WHMCS was not reached for AddOrder: " + why + " (WHMCS_API_URL)"));
    assertThat(failed).hasCause(cause);
  }

  @Test
  @DisplayName("while all permitted requests were busy nothing was sent either")
  void noSlot() {
    assertThat(WhmcsErrors.noSlot(WRITE).halt())
        .isEqualTo(
            new Halt.Failed(
                FailureCode.ETIMEOUT,
                "WHMCS was not asked for AddOrder: all requests of WHMCS_CONCURRENCY were busy"));
  }

  @Test
  @DisplayName("after it, a write is in doubt, whether it took too long or broke")
  void lostWrite() {
    assertThat(WhmcsErrors.lost(WRITE, new InterruptedIOException()).halt())
        .isEqualTo(
            new Halt.Uncertain(FailureCode.ETIMEOUT, "WHMCS did not answer AddOrder in time"));
    assertThat(WhmcsErrors.lost(WRITE, new SocketException()).halt())
        .isEqualTo(
            new Halt.Uncertain(
                FailureCode.ECONNRESET, "the connection to WHMCS broke during AddOrder"));
  }

  @Test
  @DisplayName("a read just failed")
  void lostRead() {
    assertThat(WhmcsErrors.lost(READ, new InterruptedIOException()).halt())
        .isEqualTo(new Halt.Failed(FailureCode.ETIMEOUT, "WHMCS did not answer GetOrders in time"));
    assertThat(WhmcsErrors.lost(READ, new SocketException()).halt())
        .isEqualTo(
            new Halt.Failed(
                FailureCode.ECONNRESET, "the connection to WHMCS broke during GetOrders"));
  }
}
