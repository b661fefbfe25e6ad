package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.port.out.SharedTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The session as the nodes share it: together with the place where it is valid. */
final class SharedAccess {
  private static final Pattern ORG = Pattern.compile("00D[A-Za-z0-9]{15}");

  private final SharedTokens tokens;
  private final String name;

  SharedAccess(SharedTokens tokens, SalesforceConfig config) {
    this.tokens = tokens;
    this.name = "kaitsu:salesforce:token:" + fingerprint(config);
  }

  Optional<SalesforceAccess> find() {
    return tokens.find(name).flatMap(Json::object).flatMap(SharedAccess::read);
  }

  void save(SalesforceAccess access, Duration lifetime) {
    tokens.save(name, write(access), lifetime);
  }

  /** Takes the turn to log in for all nodes; false while another one does. */
  boolean beginLogin(Duration longest) {
    return tokens.beginFetching(name, longest);
  }

  void endLogin() {
    tokens.endFetching(name);
  }

  void forget(SalesforceAccess access) {
    tokens.forget(name, write(access));
  }

  private static String write(SalesforceAccess access) {
    return Json.newObject()
        .put("token", access.token())
        .put("instance_url", access.instanceUrl().toString())
        .put("org", access.orgId())
        .put("obtained", access.obtainedAt().toString())
        .toString();
  }

  private static Optional<SalesforceAccess> read(JsonNode json) {
    try {
      var token = Json.text(json, "token");
      var instance = Json.text(json, "instance_url").flatMap(JwtLogin::instance);
      var org = Json.text(json, "org").filter(id -> ORG.matcher(id).matches());
      var obtained = Json.text(json, "obtained").map(Instant::parse);
      return token.isPresent() && instance.isPresent() && org.isPresent() && obtained.isPresent()
          ? Optional.of(
              new SalesforceAccess(token.get(), instance.get(), org.get(), obtained.get()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // another version's, or not ours: log in anew
    }
  }

  /** Equal for nodes with the same login; says nothing about it. */
  private static String fingerprint(SalesforceConfig config) {
    var login =
        String.join("\n", Addresses.root(config.loginUrl()), config.clientId(), config.username());
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
