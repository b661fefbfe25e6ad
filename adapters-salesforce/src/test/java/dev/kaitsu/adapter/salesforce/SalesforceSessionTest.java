package dev.kaitsu.adapter.salesforce;

import static dev.kaitsu.adapter.salesforce.ScriptedSalesforce.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The session with Salesforce")
class SalesforceSessionTest {
  private final SettableClock clock = new SettableClock();
  private final InMemorySharedTokens tokens = new InMemorySharedTokens(clock);
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final SalesforceSession session = newNode();

  @AfterEach
  void close() {
    session.close();
    salesforce.close();
  }

  @Nested
  @DisplayName("is opened")
  class Opened {
    @Test
    @DisplayName("with an assertion that Salesforce can check, valid for 2 to 3 minutes")
    void assertion() throws ParseException, JOSEException {
      session.access();

      var form = HttpUrl.get("http://form/?" + salesforce.loginRequests().get(0).getBody().utf8());
      assertThat(form.queryParameter("grant_type"))
          .isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
      var jwt = SignedJWT.parse(form.queryParameter("assertion"));
      assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic()))).isTrue();
      assertThat(jwt.getHeader().toJSONObject()).containsOnlyKeys("alg").containsValue("RS256");
      var claims = jwt.getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo("client-id");
      assertThat(claims.getSubject()).isEqualTo("integration@example.com");
      assertThat(claims.getAudience()).containsExactly("https://login.salesforce.com");
      assertThat(claims.getExpirationTime().toInstant())
          .isBetween(clock.instant().plusSeconds(120), clock.instant().plusSeconds(180));
    }

    @Test
    @DisplayName("and tells token, instance and the 18-character org id")
    void access() {
      assertThat(session.access())
          .isEqualTo(
              new SalesforceAccess(
                  "token-1", salesforce.uri(), ScriptedSalesforce.ORG, clock.instant()));
      assertThat(session.access().toString()).doesNotContain("token-1");
    }

    @Test
    @DisplayName("once, however many callers wait")
    void singleFlight() throws Exception {
      salesforce.nextLogin(
          slow(
              json(
                  200,
                  """
                  {"access_token":"slow","instance_url":"%s","id":"https://x/id/%s/005"}
                  """
                      .formatted(salesforce.uri(), ScriptedSalesforce.ORG))));
      var callers = 20;
      var ready = new CountDownLatch(callers);
      var threads = Executors.newFixedThreadPool(callers);
      try {
        var waiting = new ArrayList<Callable<String>>();
        for (int i = 0; i < callers; i++) {
          waiting.add(
              () -> {
                ready.countDown();
                ready.await();
                return session.access().token();
              });
        }
        var seen = new HashSet<String>();
        for (var token : threads.invokeAll(waiting)) {
          seen.add(token.get());
        }

        assertThat(seen).containsExactly("slow");
        assertThat(salesforce.loginRequests()).hasSize(1);
      } finally {
        threads.shutdownNow();
      }
    }

    @Test
    @DisplayName("once for all nodes")
    void sharedBetweenNodes() {
      var mine = session.access();
      try (var other = newNode()) {
        assertThat(other.access()).isEqualTo(mine);
      }
      assertThat(salesforce.loginRequests()).hasSize(1);
    }

    @Test
    @DisplayName("without the shared store as well")
    void storeAway() {
      tokens.goesAway();

      session.access();
      session.access();

      assertThat(salesforce.loginRequests()).hasSize(1);
    }
  }

  @Nested
  @DisplayName("is renewed")
  class Renewed {
    @Test
    @DisplayName("when it was refused, once for all nodes")
    void invalidated() {
      try (var other = newNode()) {
        var old = session.access();
        other.access();

        session.invalidate(old);
        var renewed = session.access();
        other.invalidate(old);

        assertThat(renewed.token()).isEqualTo("token-2");
        assertThat(other.access()).isEqualTo(renewed);
        assertThat(salesforce.loginRequests()).hasSize(2);
      }
    }

    @Test
    @DisplayName("not because an older one was refused late")
    void lateRefusal() {
      var old = session.access();
      session.invalidate(old);
      var renewed = session.access();

      session.invalidate(old);

      assertThat(session.access()).isEqualTo(renewed);
    }

    @Test
    @DisplayName("after its planned life; if that fails, it serves on")
    void pastItsLife() {
      var old = session.access();
      clock.advance(Duration.ofMinutes(12));
      salesforce.nextLogin(ScriptedSalesforce.html(503));

      assertThat(session.access()).isEqualTo(old);

      clock.advance(Duration.ofSeconds(2));
      assertThat(session.access().token()).isEqualTo("token-2");
    }
  }

  @Nested
  @DisplayName("that cannot be opened")
  class Refused {
    @Test
    @DisplayName("is not tried again for 30 s; its failure is answered from memory")
    void noLoginStorm() {
      refuse("invalid_grant", "invalid assertion");
      var first = failure();
      clock.advance(Duration.ofSeconds(29));

      assertThat(failure()).isEqualTo(first);
      assertThat(salesforce.loginRequests()).hasSize(1);

      clock.advance(Duration.ofSeconds(1));
      assertThat(session.access().token()).isEqualTo("token-1");
    }

    @Test
    @DisplayName("because Salesforce is down is tried again after 2 s")
    void outage() {
      salesforce.nextLogin(ScriptedSalesforce.html(503));
      assertThat(failure().code()).isEqualTo(FailureCode.HTTP_503);
      assertThat(failure().code()).isEqualTo(FailureCode.HTTP_503);
      assertThat(salesforce.loginRequests()).hasSize(1);

      clock.advance(Duration.ofSeconds(2));
      assertThat(session.access().token()).isEqualTo("token-1");
    }

    @Test
    @DisplayName("for good, because each is refused at once, leads to no login after login")
    void refusedAtOnce() {
      for (int i = 0; i < 3; i++) {
        session.invalidate(session.access());
      }

      assertThat(failure().reason()).contains("API Enabled");
      assertThat(salesforce.loginRequests()).hasSize(3);

      clock.advance(Duration.ofSeconds(30));
      assertThat(session.access().token()).isEqualTo("token-4");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
      "invalid_grant, user hasn't approved this consumer, pre-authorise",
      "invalid_grant, audience is invalid, SF_AUDIENCE",
      "invalid_grant, invalid assertion, private key does not belong",
      "invalid_grant, authentication failure, SF_USERNAME",
      "invalid_client_id, client identifier invalid, SF_CLIENT_ID",
      "invalid_app_access, user is not admin approved, admit the integration user",
      "inactive_user, user is inactive, activate",
      "rate_limit_exceeded, login rate exceeded, too many logins"
    })
    @DisplayName("says what helps, and blames no order")
    void remedies(String error, String description, String remedy) {
      refuse(error, description);

      assertThat(failure())
          .isInstanceOf(Halt.Failed.class)
          .returns(FailureCode.SALESFORCE_REFUSED, Halt::code)
          .satisfies(halt -> assertThat(halt.reason()).contains(error).contains(remedy));
    }

    @Test
    @DisplayName("because of this machine's clock says by how much it is wrong")
    void clockSkew() {
      var theirs =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
      salesforce.nextLogin(
          new MockResponse.Builder()
              .code(400)
              .setHeader("Date", theirs)
              .body("{\"error\":\"invalid_grant\",\"error_description\":\"assertion expired\"}")
              .build());

      assertThat(failure().reason()).contains("clock is 300 s slow");
    }

    @Test
    @DisplayName("because the login URL leads elsewhere says so")
    void notSalesforce() {
      salesforce.nextLogin(ScriptedSalesforce.html(200));
      assertThat(failure().reason()).contains("SF_LOGIN_URL");
    }

    @Test
    @DisplayName("because the answer names an unsafe place for the token is not used")
    void unsafeInstance() {
      salesforce.nextLogin(
          json(
              200,
              """
              {"access_token":"t","instance_url":"http://elsewhere.example","id":"https://x/id/%s/005"}
              """
                  .formatted(ScriptedSalesforce.ORG)));
      assertThat(failure().reason()).contains("no session");
    }
  }

  private SalesforceSession newNode() {
    return new SalesforceSession(salesforce.config(), tokens, clock, SalesforceCalls.UNWATCHED);
  }

  private void refuse(String error, String description) {
    salesforce.nextLogin(
        json(
            400,
            Json.newObject().put("error", error).put("error_description", description).toString()));
  }

  private Halt failure() {
    return catchThrowableOfType(ExternalCallException.class, session::access).halt();
  }

  private static MockResponse slow(MockResponse answer) {
    return answer.newBuilder().headersDelay(200, TimeUnit.MILLISECONDS).build();
  }
}
