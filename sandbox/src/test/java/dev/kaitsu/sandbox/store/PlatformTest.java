package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A machine we carry no server for is told so, with the way out")
class PlatformTest {

  @Test
  @DisplayName("another system or processor is refused in one sentence that names the variable")
  void refusesOthers() {
    assertThatThrownBy(() -> new Platform("Linux", "aarch64").require("Redis", "REDIS_URL"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "No embedded Redis for Linux on aarch64: only Linux on amd64 is on board;"
                + " set REDIS_URL to a server of your own.");
    assertThatThrownBy(
            () -> new Platform("Mac OS X", "x86_64").require("PostgreSQL", "DATABASE_URL"))
        .hasMessageContainingAll("Mac OS X", "DATABASE_URL");
  }

  @Test
  @DisplayName("Linux on amd64 is accepted")
  void acceptsLinux() {
    assertThatCode(() -> new Platform("Linux", "amd64").require("Redis", "REDIS_URL"))
        .doesNotThrowAnyException();
  }
}
