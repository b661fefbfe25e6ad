package dev.kaitsu.sandbox.salesforce.oauth;

import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connected apps of the org: each with its certificate's key and its pre-authorised users. */
public final class LoginKeys {
  /** An app's key and the users it may log in, as username and 18-character user id. */
  record App(PublicKey key, Map<String, String> users) {}

  private final Map<String, App> apps = new ConcurrentHashMap<>();

  /** Lets an app log in a user; registering the app again replaces its key for all its users. */
  public void register(String clientId, PublicKey key, String username, String userId) {
    apps.merge(
        clientId,
        new App(key, Map.of(username, userId)),
        (old, added) -> {
          var users = new ConcurrentHashMap<>(old.users());
          users.putAll(added.users());
          return new App(key, users);
        });
  }

  Optional<App> find(String clientId) {
    return Optional.ofNullable(apps.get(clientId));
  }
}
