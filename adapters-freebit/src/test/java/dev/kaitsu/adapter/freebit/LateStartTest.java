package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call with an effect that would start late is not sent")
class LateStartTest {
  @Test
  @DisplayName("since its order may have been taken over while the login took its time")
  void lateWrites() {
    try (var server = new CannedFreebit();
        var exchange =
            new FreebitExchange(Operator.config(server.url()), FreebitCallListener.NONE)) {
      server.answers("some/", CannedFreebit.OK);
      var client = client(server, exchange);

      var halt =
          catchThrowableOfType(
                  ExternalCallException.class,
                  () -> client.send(FreebitCall.write("PA05-41", "some/", new Body())))
              .halt();

      assertThat(halt).isInstanceOf(Halt.Failed.class);
      assertThat(halt.code()).isEqualTo(FailureCode.ETIMEOUT);
      assertThat(server.asked("some/")).isEmpty();
      assertThatCode(() -> client.send(FreebitCall.read("PA03-02", "some/", new Body())))
          .doesNotThrowAnyException();
    }
  }

  private static FreebitClient client(CannedFreebit server, FreebitExchange exchange) {
    var config = Operator.config(server.url());
    var session =
        new FreebitSession(
            config,
            new InMemorySharedTokens(new SettableClock()),
            new OemLogin(config, exchange),
            InstantSource.system());
    return new FreebitClient(exchange, session, Duration.ofNanos(1));
  }
}
