package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("DATABASE_URL")
class PostgresConfigTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("is understood in all its usual forms")
  @CsvSource({
    "postgresql://kai:secret@db:5433/portal, jdbc:postgresql://db:5433/portal, kai, secret",
    "postgres://kai:secret@db/portal, jdbc:postgresql://db/portal, kai, secret",
    "jdbc:postgresql://db/portal?user=kai&password=secret, jdbc:postgresql://db/portal, kai, secret",
    "postgresql://kai@db/portal, jdbc:postgresql://db/portal, kai, ''",
    "postgresql://db/portal, jdbc:postgresql://db/portal, '', ''",
    "jdbc:postgresql:portal, jdbc:postgresql://localhost/portal, '', ''",
    "postgresql://k%40i:s%3A%2Fe+t@db/portal, jdbc:postgresql://db/portal, k@i, s:/e+t",
    "postgresql://kai:a@b/c@db/portal, jdbc:postgresql://db/portal, kai, a@b/c",
    "postgresql://kai:x@[::1]:5432/portal?sslmode=require, "
        + "jdbc:postgresql://[::1]:5432/portal?sslmode=require, kai, x",
  })
  void parses(String url, String jdbcUrl, String user, String password) {
    var config = PostgresConfig.of(url);

    assertThat(config.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(config.user().orElse("")).isEqualTo(user);
    assertThat(config.password().orElse("")).isEqualTo(password);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is refused by name, and never repeated, when it is none")
  @ValueSource(
      strings = {
        "",
        "secret",
        "mysql://kai:secret@db/portal",
        "postgresql://kai:secret@db",
        "postgresql://kai:secret@db/",
        "postgresql://kai:secret@/portal",
        "postgresql://kai:secret@db:99999/portal",
        "postgresql://kai:secret@db:port/portal",
        "postgresql://kai:secret%zz@db/portal",
      })
  void refuses(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresConfig.of(url))
        .withMessageStartingWith("DATABASE_URL ")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  @DisplayName(
      "gives 16 workers, takeover after 10 s, turns of 2 min, and a pool with room to spare")
  void defaults() {
    var config = PostgresConfig.of("postgresql://db/portal");

    assertThat(config.workers()).isEqualTo(16);
    assertThat(config.poolSize()).isEqualTo(24);
    assertThat(config.takeoverAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.turnLimit()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  @DisplayName("keeps its password out of what is printed")
  void hidesPassword() {
    assertThat(PostgresConfig.of("postgresql://kai:secret@db/portal?sslmode=require").toString())
        .isEqualTo(
            "PostgresConfig[db/portal, user=kai, workers=16, takeoverAfter=PT10S, turnLimit=PT2M]");
  }

  @Test
  @DisplayName("settings that make no sense are refused by name")
  void refusesSettings() {
    var config = PostgresConfig.of("postgresql://db/portal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withWorkers(0))
        .withMessageContaining("workers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withTakeoverAfter(Duration.ZERO))
        .withMessageContaining("takeoverAfter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withTurnLimit(Duration.ofSeconds(-1)))
        .withMessageContaining("turnLimit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobSettings(Duration.ZERO, Duration.ZERO))
        .withMessageContaining("sweepInterval");
  }
}
