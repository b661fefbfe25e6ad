package dev.kaitsu.sandbox.salesforce.oauth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The JWT bearer flow's checks, in the order in which the vendor's errors suggest them. */
final class JwtLogin {
  private final LoginKeys keys;
  private final Sessions sessions;
  private final InstantSource clock;
  private volatile Duration longestValidity = Duration.ofMinutes(3);

  JwtLogin(LoginKeys keys, Sessions sessions, InstantSource clock) {
    this.keys = keys;
    this.sessions = sessions;
    this.clock = clock;
  }

  void longestValidity(Duration longest) {
    longestValidity = longest;
  }

  Session login(String jwt, Set<String> audiences) {
    var assertion = Assertion.parse(jwt);
    var clientId = assertion.text("iss");
    var app =
        keys.find(clientId)
            .orElseThrow(() -> new LoginRefused("invalid_client_id", "client identifier invalid"));
    assertion.requireSignedBy(app.key());
    if (!audiences.contains(assertion.text("aud"))) {
      throw new LoginRefused("invalid_grant", "audience is invalid");
    }
    long now = clock.instant().getEpochSecond();
    long expiry = assertion.seconds("exp");
    if (expiry <= now) {
      throw new LoginRefused("invalid_grant", "assertion expired");
    }
    if (expiry > now + longestValidity.toSeconds()) {
      throw new LoginRefused("invalid_grant", "invalid assertion: exp is too far in the future");
    }
    var username = assertion.claims().has("prn") ? assertion.text("prn") : assertion.text("sub");
    var userId = app.users().get(username);
    if (userId == null) {
      throw new LoginRefused("invalid_grant", "user hasn't approved this consumer");
    }
    return sessions.open(clientId, username, userId);
  }
}
