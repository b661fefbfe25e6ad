package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The embedded servers")
class PlatformTest {

  @ParameterizedTest
  @DisplayName("are chosen by the machine, by the names that their artifacts give them")
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz, redis-server-7.0.15-linux-amd64",
    "Linux, aarch64, postgres-linux-arm_64.txz, redis-server-7.0.15-linux-arm64",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz, redis-server-7.0.15-darwin-amd64",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz, redis-server-7.0.15-darwin-arm64"
  })
  void chosen(String system, String architecture, String postgres, String redis) {
    var platform = new Platform(system, architecture);

    platform.require("Redis", "REDIS_URL");

    assertThat(platform.postgresArchive()).isEqualTo(postgres);
    assertThat(platform.redisProgram()).isEqualTo(redis);
    assertThat(getClass().getResource("/" + redis)).as("in the artifact").isNotNull();
  }

  @ParameterizedTest
  @DisplayName("are refused to other machines in one sentence that names the variable")
  @CsvSource({"Linux, riscv64", "Linux, i386", "Windows 11, amd64", "FreeBSD, amd64"})
  void refused(String system, String architecture) {
    var platform = new Platform(system, architecture);

    assertThatThrownBy(() -> platform.require("PostgreSQL", "DATABASE_URL"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "No embedded PostgreSQL for %s on %s: there are binaries for Linux and macOS on amd64"
                    .formatted(system, architecture)
                + " and arm64; set DATABASE_URL to a server of your own.");
  }

  @Test
  @DisplayName("have a session of their own where there is a command for it")
  void session() {
    assertThat(new Platform("Linux", "aarch64").ownSession()).containsExactly("setsid");
    assertThat(new Platform("Mac OS X", "aarch64").ownSession()).isEmpty();
  }
}
