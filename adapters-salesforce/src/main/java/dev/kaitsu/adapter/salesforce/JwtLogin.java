package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Request;

/** Logs in with a signed assertion instead of a password (OAuth 2.0 JWT bearer flow). */
final class JwtLogin {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  // Salesforce admits at most 3 minutes; 2 leave room for clocks that differ by up to one.
  private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(2);

  // The identity URL ends in /id/<org id>/<user id>.
  private static final Pattern IDENTITY = Pattern.compile(".*/id/(00D[A-Za-z0-9]{15})/[^/]+/?");

  private final SalesforceConfig config;
  private final SalesforceHttp http;

  JwtLogin(SalesforceConfig config, SalesforceHttp http) {
    this.config = config;
    this.http = http;
  }

  /**
   * @throws ExternalCallException unavailable in every case: an order is never to blame for a
   *     failed login
   */
  SalesforceAccess login(Instant now) {
    var request =
        new Request.Builder()
            .url(Addresses.root(config.loginUrl()) + "/services/oauth2/token")
            .header("Accept", "application/json")
            .post(
                new FormBody.Builder()
                    .add("grant_type", GRANT)
                    .add("assertion", assertion(now))
                    .build())
            .build();
    var answer = http.login(request);
    var json = Json.object(answer.body());
    if (!answer.isSuccess()) {
      throw LoginErrors.explain(answer, json, now);
    }
    return json.flatMap(reply -> read(reply, now))
        .orElseThrow(
            () ->
                ExternalCallException.unavailable(
                    FailureCode.HTTP_502,
                    "Salesforce's login answered %d with something that is no session: check"
                            .formatted(answer.status())
                        + " SF_LOGIN_URL"));
  }

  private String assertion(Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(config.clientId())
            .subject(config.username())
            .audience(config.effectiveAudience())
            .expirationTime(Date.from(now.plus(ASSERTION_LIFETIME)))
            .build();
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      jwt.sign(new RSASSASigner(config.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a checked RSA key does not sign", e);
    }
    return jwt.serialize();
  }

  private static Optional<SalesforceAccess> read(JsonNode reply, Instant now) {
    var token = Json.text(reply, "access_token");
    var org = Json.text(reply, "id").map(IDENTITY::matcher).filter(match -> match.matches());
    var instance = Json.text(reply, "instance_url").flatMap(JwtLogin::instance);
    if (token.isEmpty() || org.isEmpty() || instance.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SalesforceAccess(token.get(), instance.get(), org.get().group(1), now));
  }

  /** An address that a session may be sent to. */
  static Optional<URI> instance(String text) {
    try {
      var address = URI.create(text);
      return Addresses.problemOf("instance_url", address).isEmpty()
          ? Optional.of(URI.create(Addresses.root(address)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
