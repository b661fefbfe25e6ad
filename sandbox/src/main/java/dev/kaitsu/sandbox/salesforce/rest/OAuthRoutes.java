package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.oauth.OAuthEndpoints;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.net.URI;
import java.util.Map;

/** What is served outside the versioned API: login, identity, and the list of versions. */
final class OAuthRoutes {
  private final OAuthEndpoints oauth;

  OAuthRoutes(OAuthEndpoints oauth) {
    this.oauth = oauth;
  }

  /** The operation name behind a path. */
  String operation(String method, String path) {
    boolean post = method.equals("POST");
    return switch (path) {
      case "/services/oauth2/token" -> required(post, "token");
      case "/services/oauth2/revoke" -> required(post, "revoke");
      case "/services/oauth2/introspect" -> required(post, "introspect");
      case "/services/oauth2/userinfo" -> "userinfo";
      case "/services/data", "/services/data/" -> required(method.equals("GET"), "versions");
      default -> required(path.startsWith("/id/"), "identity");
    };
  }

  Answer answer(String operation, Map<String, String> form, String token, URI instance) {
    return switch (operation) {
      case "versions" -> versions();
      case "token" -> wire(oauth.token(form, instance));
      case "revoke" -> wire(oauth.revoke(form));
      case "introspect" -> wire(oauth.introspect(form));
      default -> wire(oauth.userInfo(token, instance));
    };
  }

  /** A scripted error in OAuth's own shape, e.g. {@code inactive_user}. */
  static Answer scripted(ScriptedError error) {
    return WireAnswers.json(
        error.status(),
        Json.object().put("error", error.errorCode()).put("error_description", error.message()));
  }

  private static Answer wire(OAuthEndpoints.Response response) {
    return WireAnswers.json(response.status(), response.body());
  }

  private static String required(boolean served, String operation) {
    if (!served) {
      throw Refusal.notFound();
    }
    return operation;
  }

  private static Answer versions() {
    var versions = Json.array();
    var seasons = new String[] {"Spring", "Summer", "Winter"};
    for (int number = 60; number <= ApiTarget.NEWEST; number++) {
      int year = 24 + (number - 60) / 3 + (number % 3 == 2 ? 1 : 0);
      versions
          .addObject()
          .put("label", seasons[number % 3] + " '" + year)
          .put("url", "/services/data/v" + number + ".0")
          .put("version", number + ".0");
    }
    return WireAnswers.json(200, versions);
  }
}
