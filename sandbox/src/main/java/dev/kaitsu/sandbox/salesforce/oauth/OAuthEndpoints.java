package dev.kaitsu.sandbox.salesforce.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What lives under {@code /services/oauth2}. Parameters are those of the form in the body. */
public final class OAuthEndpoints {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /** A status and a JSON body. */
  public record Response(int status, ObjectNode body) {}

  private final Sessions sessions;
  private final JwtLogin login;
  private final String organizationId;
  private final AtomicLong logins = new AtomicLong();
  private volatile Set<String> audiences =
      Set.of("https://login.salesforce.com", "https://test.salesforce.com");

  public OAuthEndpoints(
      LoginKeys keys, Sessions sessions, InstantSource clock, String organizationId) {
    this.sessions = sessions;
    this.login = new JwtLogin(keys, sessions, clock);
    this.organizationId = organizationId;
  }

  /** How far ahead an assertion may expire; pages of the vendor's say 3 minutes, some say 5. */
  public void longestValidity(Duration longest) {
    login.longestValidity(longest);
  }

  /** Sets the {@code aud} values the org takes. */
  public void audiences(Set<String> accepted) {
    audiences = Set.copyOf(accepted);
  }

  public long logins() {
    return logins.get();
  }

  /** Answers {@code token}: a new session, or why not. */
  public Response token(Map<String, String> form, URI instance) {
    try {
      if (!form.getOrDefault("grant_type", "").equals(JWT_BEARER)) {
        throw new LoginRefused("unsupported_grant_type", "grant type not supported");
      }
      if (!form.containsKey("assertion")) {
        throw new LoginRefused("invalid_request", "assertion is required");
      }
      var session = login.login(form.getOrDefault("assertion", ""), audiences);
      logins.incrementAndGet();
      return new Response(
          200,
          Json.object()
              .put("access_token", session.token())
              .put("scope", "api")
              .put("instance_url", instance.toString())
              .put("id", identity(instance, session))
              .put("token_type", "Bearer"));
    } catch (LoginRefused e) {
      return new Response(
          400, Json.object().put("error", e.error()).put("error_description", e.description()));
    }
  }

  public Response revoke(Map<String, String> form) {
    return sessions.revoke(form.getOrDefault("token", ""))
        ? new Response(200, Json.object())
        : new Response(
            400,
            Json.object()
                .put("error", "unsupported_token_type")
                .put("error_description", "this token type is not supported"));
  }

  public Response introspect(Map<String, String> form) {
    var found = sessions.find(form.getOrDefault("token", ""));
    var body = Json.object().put("active", found.isPresent());
    found.ifPresent(
        session ->
            body.put("scope", "api")
                .put("client_id", session.clientId())
                .put("username", session.username())
                .put("sub", session.userId())
                .put("token_type", "access_token"));
    return new Response(200, body);
  }

  /** Answers {@code userinfo} and the identity URL. */
  public Response userInfo(String token, URI instance) {
    return sessions
        .find(token)
        .map(
            session ->
                new Response(
                    200,
                    Json.object()
                        .put("sub", identity(instance, session))
                        .put("user_id", session.userId())
                        .put("organization_id", organizationId)
                        .put("preferred_username", session.username())))
        .orElseGet(() -> new Response(403, Json.object().put("error", "Bad_OAuth_Token")));
  }

  private String identity(URI instance, Session session) {
    return instance + "/id/" + organizationId + "/" + session.userId();
  }
}
