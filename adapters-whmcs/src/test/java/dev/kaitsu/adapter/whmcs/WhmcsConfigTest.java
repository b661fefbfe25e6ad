package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The WHMCS settings")
class WhmcsConfigTest {
  private static final WhmcsConfig.Credential CREDENTIAL =
      new WhmcsConfig.Credential("an-identifier", "a-secret", Optional.of("a-key"));

  @ParameterizedTest
  @CsvSource({
    "https://bill.example.com, https://bill.example.com/includes/api.php",
    "https://bill.example.com/, https://bill.example.com/includes/api.php",
    "https://example.com/whmcs/, https://example.com/whmcs/includes/api.php",
    "https://example.com/includes/, https://example.com/includes/api.php",
    "https://example.com/whmcs/includes/api.php, https://example.com/whmcs/includes/api.php",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/includes/api.php",
    "http://localhost:8080, http://localhost:8080/includes/api.php",
    "http://[::1]:8080, http://[::1]:8080/includes/api.php",
  })
  @DisplayName("take the address of the API or of the installation")
  void completesTheAddress(String given, String used) {
    assertThat(WhmcsConfig.of(URI.create(given), CREDENTIAL).apiUrl()).isEqualTo(URI.create(used));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bill.example.com",
        "http://127.0.0.1.example.com",
        "ftp://bill.example.com",
        "bill.example.com",
        "https://user:password@bill.example.com",
        "https://bill.example.com/includes/api.php?accesskey=x",
      })
  @DisplayName("refuse an address that is none, unsafe, or carries a secret")
  void refusesTheAddress(String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhmcsConfig.of(URI.create(given), CREDENTIAL))
        .withMessageContaining("WHMCS_API_URL")
        .withMessageNotContaining("password");
  }

  @Test
  @DisplayName("name the variable that is wrong")
  void namesTheVariable() {
    var url = URI.create("https://bill.example.com");
    var ordering = WhmcsConfig.Ordering.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WhmcsConfig(url, CREDENTIAL, Duration.ZERO, 16, ordering, SimFields.DEFAULTS))
        .withMessageContaining("WHMCS_TIMEOUT");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WhmcsConfig(
                    url, CREDENTIAL, Duration.ofSeconds(1), 0, ordering, SimFields.DEFAULTS))
        .withMessageContaining("WHMCS_CONCURRENCY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WhmcsConfig.Credential(" ", "s", Optional.empty()))
        .withMessageContaining("WHMCS_API_IDENTIFIER");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WhmcsConfig.Credential("i", "", Optional.empty()))
        .withMessageContaining("WHMCS_API_SECRET");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WhmcsConfig.Credential("i", "s", Optional.of("")))
        .withMessageContaining("WHMCS_ACCESS_KEY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Whmcs.markedIn(false, false))
        .withMessageContaining("WHMCS_MARKER_IN_NOTES")
        .withMessageContaining("WHMCS_MARKER_FIELD");
  }

  @Test
  @DisplayName("default to the portal's way of ordering")
  void defaults() {
    assertThat(WhmcsConfig.of(URI.create("https://bill.example.com"), CREDENTIAL))
        .isEqualTo(
            new WhmcsConfig(
                URI.create("https://bill.example.com/includes/api.php"),
                CREDENTIAL,
                Duration.ofSeconds(60),
                16,
                new WhmcsConfig.Ordering(
                    "mailin", true, true, Optional.empty(), true, Optional.empty()),
                SimFields.DEFAULTS));
  }

  @Test
  @DisplayName("keep their secrets to themselves")
  void hidesSecrets() {
    assertThat(WhmcsConfig.of(URI.create("https://bill.example.com"), CREDENTIAL).toString())
        .doesNotContain("an-identifier", "a-secret", "a-key");
  }
}
