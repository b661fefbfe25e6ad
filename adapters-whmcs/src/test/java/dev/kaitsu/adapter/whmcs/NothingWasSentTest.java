package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that was certainly never sent is no doubt")
class NothingWasSentTest {

  @Test
  @DisplayName("nothing listens at the address")
  void refusedConnection() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(createAt(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5)))
        .isInstanceOf(Halt.Failed.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.ECONNREFUSED);
  }

  @Test
  @DisplayName("the host name is unknown")
  void unknownHost() {
    assertThat(createAt(URI.create("https://whmcs.invalid"), Duration.ofSeconds(30)))
        .isInstanceOf(Halt.Failed.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.ENOTFOUND);
  }

  @Test
  @DisplayName("the TLS handshake fails")
  void failedHandshake() throws IOException {
    try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var greeting =
          CompletableFuture.runAsync(
              () -> {
                try (var socket = plain.accept()) {
                  socket
                      .getOutputStream()
                      .write("no TLS is spoken here\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException over) {
                  throw new UncheckedIOException(over);
                }
              });
      var url = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      assertThat(createAt(url, Duration.ofSeconds(5)))
          .isInstanceOf(Halt.Failed.class)
          .extracting(Halt::code)
          .isEqualTo(FailureCode.ECONNREFUSED);
      greeting.join();
    }
  }

  @Test
  @DisplayName("the connection comes about, but TLS never answers")
  void silentHandshake() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var url = URI.create("https://127.0.0.1:" + silent.getLocalPort());
      assertThat(createAt(url, Duration.ofMillis(300)))
          .isInstanceOf(Halt.Failed.class)
          .extracting(Halt::code)
          .isEqualTo(FailureCode.ETIMEOUT);
    }
  }

  private static Halt createAt(URI url, Duration timeout) {
    try (var billing = Whmcs.billing(Whmcs.config(url, timeout))) {
      return catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()))
          .halt();
    }
  }
}
