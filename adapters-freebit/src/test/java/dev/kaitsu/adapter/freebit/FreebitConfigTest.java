package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kaitsu.adapter.freebit.FreebitConfig.Credential;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The Freebit settings")
class FreebitConfigTest {
  private static final Credential CREDENTIAL = new Credential("an-id", "a-secret");

  @ParameterizedTest
  @CsvSource({
    "https://i1.example.net, https://i1.example.net/emptool/api/",
    "https://i1.example.net/, https://i1.example.net/emptool/api/",
    "https://i1.example.net/emptool, https://i1.example.net/emptool/api/",
    "https://i1.example.net/emptool/api, https://i1.example.net/emptool/api/",
    "https://i1.example.net/emptool/api//, https://i1.example.net/emptool/api/",
    "https://example.net/proxy, https://example.net/proxy/emptool/api/",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/emptool/api/",
  })
  @DisplayName("take the address with or without /emptool/api")
  void completesTheAddress(String given, String used) {
    assertThat(FreebitConfig.of(URI.create(given), CREDENTIAL).baseUrl())
        .isEqualTo(URI.create(used));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://i1.example.net",
        "http://127.0.0.1.example.net",
        "ftp://i1.example.net",
        "https://user:password@i1.example.net",
        "https://i1.example.net/?authKey=x",
      })
  @DisplayName("refuse an address that is none, unsafe, or carries a secret")
  void refusesTheAddress(String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreebitConfig.of(URI.create(given), CREDENTIAL))
        .withMessageContaining("FREEBIT_BASE_URL")
        .withMessageNotContaining("password");
  }

  @Test
  @DisplayName("name the variable that is wrong")
  void namesTheVariable() {
    var url = URI.create("https://i1.example.net");
    var good = FreebitConfig.of(url, CREDENTIAL);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FreebitConfig(
                    url, CREDENTIAL, Duration.ZERO, good.keyLifetime(), good.mapping()))
        .withMessageContaining("FREEBIT_TIMEOUT");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FreebitConfig(url, CREDENTIAL, good.timeout(), Duration.ZERO, good.mapping()))
        .withMessageContaining("FREEBIT_KEY_LIFETIME");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credential(" ", "s"))
        .withMessageContaining("FREEBIT_OEM_ID");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credential("i", ""))
        .withMessageContaining("FREEBIT_OEM_KEY");
  }

  @Test
  @DisplayName("keep their secrets to themselves")
  void hidesSecrets() {
    assertThat(FreebitConfig.of(URI.create("https://i1.example.net"), CREDENTIAL).toString())
        .doesNotContain("an-id", "a-secret");
  }
}
