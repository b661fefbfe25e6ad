package dev.kaitsu.sandbox.salesforce.oauth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open sessions. One ends when revoked, or after a time in which nobody used it. */
public final class Sessions {
  private record Open(Session session, Instant lastUsed) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final String organizationId;
  private volatile Duration idleLimit = Duration.ofHours(2);
  private volatile boolean shared;

  public Sessions(InstantSource clock, String organizationId) {
    this.clock = clock;
    this.organizationId = organizationId;
  }

  /** How long a session lives without use; the org's default is two hours. */
  public void idleLimit(Duration limit) {
    idleLimit = limit;
  }

  /** Whether a login finds the session of an earlier one; nobody is sure that it does. */
  public void share(boolean wanted) {
    shared = wanted;
  }

  public Session open(String clientId, String username, String userId) {
    return found(clientId, username).orElseGet(() -> openNew(clientId, username, userId));
  }

  private Optional<Session> found(String clientId, String username) {
    return open.values().stream()
        .map(Open::session)
        .filter(any -> shared)
        .filter(each -> each.clientId().equals(clientId) && each.username().equals(username))
        .findFirst();
  }

  private Session openNew(String clientId, String username, String userId) {
    var bytes = new byte[48];
    random.nextBytes(bytes);
    var token =
        organizationId.substring(0, 15)
            + "!"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var session = new Session(token, clientId, username, userId);
    open.put(token, new Open(session, clock.instant()));
    return session;
  }

  /** The session of a token, if it is still good; asking for it counts as use. */
  public Optional<Session> find(String token) {
    var now = clock.instant();
    var live =
        open.computeIfPresent(
            token,
            (key, entry) ->
                entry.lastUsed().plus(idleLimit).isBefore(now)
                    ? null
                    : new Open(entry.session(), now));
    return Optional.ofNullable(live).map(Open::session);
  }

  public boolean revoke(String token) {
    return open.remove(token) != null;
  }

  public void revokeAll() {
    open.clear();
  }
}
