package dev.kaitsu.sandbox.salesforce.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.ApiClient;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A login by JWT")
class LoginTest {
  private static final Instant NOW = Instant.parse("2026-02-17T04:03:15Z");
  private static final KeyPair KEYS = keyPair();

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final SalesforceEmulator org =
      SalesforceEmulator.start(0, EventSink.ignoring(), time::get);
  private final ApiClient anonymous = new ApiClient(org.uri(), "");

  @BeforeEach
  void register() {
    org.registerLogin("app", "fulfil@portal.invalid", KEYS.getPublic());
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("opens a session that the API takes, and says where and for which org")
  void success() {
    var reply = login(assertion("app", "fulfil@portal.invalid", org.uri().toString(), 180, KEYS));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("instance_url").asText()).isEqualTo(org.uri().toString());
    assertThat(reply.body().path("id").asText())
        .endsWith("/id/" + org.organizationId() + "/" + org.integrationUserId());
    assertThat(reply.body().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(reply.body().has("expires_in")).isFalse();
    assertThat(reply.body().has("refresh_token")).isFalse();
    assertThat(org.logins()).isEqualTo(1);
    assertThat(call(reply.body().path("access_token").asText())).isEqualTo(200);
  }

  @ParameterizedTest(name = "{4}")
  @DisplayName("is refused in the vendor's words")
  @CsvSource({
    "other,fulfil@portal.invalid,https://login.salesforce.com,60,invalid_client_id",
    "app,nobody@portal.invalid,https://login.salesforce.com,60,user hasn't approved this consumer",
    "app,fulfil@portal.invalid,https://elsewhere.invalid,60,audience is invalid",
    "app,fulfil@portal.invalid,https://login.salesforce.com,0,assertion expired",
    "app,fulfil@portal.invalid,https://login.salesforce.com,181,invalid assertion"
  })
  void refused(String app, String user, String audience, int seconds, String why) {
    var reply = login(assertion(app, user, audience, seconds, KEYS));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText() + reply.body().path("error_description"))
        .contains(why);
    assertThat(org.logins()).isZero();
  }

  @Test
  @DisplayName("signed with another key is refused")
  void wrongKey() {
    var reply =
        login(
            assertion(
                "app", "fulfil@portal.invalid", "https://login.salesforce.com", 60, keyPair()));
    assertThat(reply.body().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(reply.body().path("error_description").asText()).isEqualTo("invalid assertion");
  }

  @Test
  @DisplayName("to production is refused by a sandbox that takes only test logins")
  void audience() {
    org.audiences(Set.of("https://test.salesforce.com"));
    var reply =
        login(assertion("app", "fulfil@portal.invalid", "https://login.salesforce.com", 60, KEYS));
    assertThat(reply.body().path("error_description").asText()).isEqualTo("audience is invalid");
  }

  @Test
  @DisplayName("may expire 3 minutes ahead; some pages say 5, so the org can be told to take that")
  void longestAssertion() {
    var ahead = assertion("app", "fulfil@portal.invalid", org.uri().toString(), 300, KEYS);
    assertThat(login(ahead).status()).isEqualTo(400);

    org.longestAssertion(Duration.ofMinutes(5));

    assertThat(login(ahead).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("opens another session, or finds the one that is open: nobody is sure")
  void sharedSessions() {
    assertThat(token()).isNotEqualTo(token());

    org.shareSessions(true);

    var shared = token();
    assertThat(token()).isEqualTo(shared);
    org.revokeSessions();
    assertThat(token()).isNotEqualTo(shared);
  }

  @Test
  @DisplayName("is good until revoked or left unused")
  void sessionEnds() {
    var first = org.openSession();
    org.revokeSessions();
    assertThat(call(first)).isEqualTo(401);

    var second = org.openSession();
    time.set(NOW.plus(Duration.ofHours(2)));
    assertThat(call(second)).isEqualTo(200);
    time.set(NOW.plus(Duration.ofHours(4)).plusSeconds(1));
    assertThat(call(second)).isEqualTo(401);

    var third = org.openSession();
    anonymous.send("POST", "/services/oauth2/revoke", "token=" + third);
    assertThat(org.isSessionOpen(third)).isFalse();
  }

  @Test
  @DisplayName("can be refused for reasons only the org knows")
  void scripted() {
    org.errors().next("token", new ScriptedError(400, "inactive_user", "user is inactive"), 1);
    var jwt = assertion("app", "fulfil@portal.invalid", org.uri().toString(), 60, KEYS);
    assertThat(login(jwt).body().path("error").asText()).isEqualTo("inactive_user");
    assertThat(login(jwt).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("by another grant type is refused")
  void grantType() {
    var reply = anonymous.send("POST", "/services/oauth2/token", "grant_type=password");
    assertThat(reply.body().path("error").asText()).isEqualTo("unsupported_grant_type");
  }

  private String token() {
    var jwt = assertion("app", "fulfil@portal.invalid", org.uri().toString(), 180, KEYS);
    return login(jwt).body().path("access_token").asText();
  }

  private int call(String token) {
    return new ApiClient(org.uri(), token).get("/limits").status();
  }

  private ApiClient.Reply login(String assertion) {
    return anonymous.send(
        "POST",
        "/services/oauth2/token",
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion,
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private String assertion(String issuer, String user, String audience, int seconds, KeyPair keys) {
    var claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
            .formatted(issuer, user, audience, time.get().getEpochSecond() + seconds);
    var signed =
        base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(claims.getBytes(StandardCharsets.UTF_8));
    try {
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(keys.getPrivate());
      signer.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
