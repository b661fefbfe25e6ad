package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The configuration of Salesforce")
class SalesforceConfigTest {
  @Test
  @DisplayName("has the documented defaults")
  void defaults() {
    var config = at("https://login.salesforce.com");

    assertThat(config.apiVersion()).isEqualTo("v67.0");
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.authTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.tokenLifetime()).isEqualTo(Duration.ofMinutes(12));
    assertThat(config.clientName()).isEqualTo("kaitsu");
    assertThat(config.finalStatus()).isEqualTo("Completed");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://login.salesforce.com, https://login.salesforce.com",
    "https://test.salesforce.com/, https://test.salesforce.com",
    "https://acme.my.salesforce.com, https://login.salesforce.com",
    "https://acme--uat.sandbox.my.salesforce.com, https://test.salesforce.com",
    "http://127.0.0.1:4100, https://login.salesforce.com"
  })
  @DisplayName("derives the audience from the login URL")
  void audience(String loginUrl, String audience) {
    assertThat(at(loginUrl).effectiveAudience()).isEqualTo(audience);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.salesforce.com",
        "login.salesforce.com",
        "https://login.salesforce.com/services/oauth2/token",
        "https://user:secret@login.salesforce.com",
        "ftp://127.0.0.1"
      })
  @DisplayName("refuses a login URL that a login must not be sent to, without repeating secrets")
  void unsafeLoginUrl(String url) {
    assertThatThrownBy(() -> at(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SF_LOGIN_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  @DisplayName("names every wrong variable at once")
  void allProblems() {
    assertThatThrownBy(
            () ->
                new SalesforceConfig(
                    URI.create("https://login.salesforce.com"),
                    " ",
                    "",
                    Keys.rsa(),
                    Optional.of(""),
                    "67",
                    Duration.ZERO,
                    Duration.ofSeconds(-1),
                    Duration.ZERO,
                    "a,b=c",
                    "",
                    SalesforceFields.DEFAULTS,
                    SimFieldNames.DEFAULTS))
        .hasMessageContainingAll(
            "SF_CLIENT_ID",
            "SF_USERNAME",
            "SF_AUDIENCE",
            "SF_API_VERSION",
            "SF_TIMEOUT",
            "SF_AUTH_TIMEOUT_MS",
            "SF_TOKEN_TTL_MS",
            "SF_CLIENT_NAME",
            "SF_FINAL_STATUS");
  }

  @Test
  @DisplayName("prints neither key, client id nor user")
  void hidesSecrets() {
    assertThat(at("https://login.salesforce.com").toString())
        .contains("login.salesforce.com")
        .doesNotContain("client-id", "user@example.com", "RSA");
  }

  @Test
  @DisplayName("names fields as the portal's org does, unless told otherwise")
  void fieldNames() {
    var fields =
        SalesforceFields.overriding(
            Map.of(
                SalesforceField.ORDER_ACTIVATION_STATUS, "kaitsu__Activation_State__c",
                SalesforceField.PRODUCT_CONFIG_OPTIONS, "off"));

    assertThat(fields.name(SalesforceField.ORDER_ACTIVATION_STATUS))
        .isEqualTo("kaitsu__Activation_State__c");
    assertThat(fields.has(SalesforceField.PRODUCT_CONFIG_OPTIONS)).isFalse();
    assertThat(fields.name(SalesforceField.ORDER_WHMCS_ORDER_ID)).isEqualTo("WHMCS_Order_ID__c");
    assertThat(SalesforceField.ORDER_WHMCS_ORDER_ID.variable())
        .isEqualTo("SF_FIELD_ORDER_WHMCS_ORDER_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Status FROM User", "a.b", "x'--", "_x__c", "1x", "x__", "a___b__c"})
  @DisplayName("refuses field names that are none, since they go into queries")
  void badFieldName(String name) {
    assertThatThrownBy(() -> SalesforceFields.overriding(Map.of(SalesforceField.ORDER_TYPE, name)))
        .hasMessageStartingWith("SF_FIELD_ORDER_TYPE");
  }

  @Test
  @DisplayName("refuses to do without a field that fulfillment needs")
  void neededFieldOff() {
    assertThatThrownBy(
            () -> SalesforceFields.overriding(Map.of(SalesforceField.ORDER_WHMCS_ORDER_ID, "off")))
        .hasMessageStartingWith("SF_FIELD_ORDER_WHMCS_ORDER_ID cannot be off");
  }

  private static SalesforceConfig at(String loginUrl) {
    return SalesforceConfig.of(URI.create(loginUrl), "client-id", "user@example.com", Keys.rsa());
  }
}
