package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.SalesforceField;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import dev.kaitsu.adapter.salesforce.SalesforceKey;
import dev.kaitsu.adapter.salesforce.SimField;
import dev.kaitsu.adapter.salesforce.SimFieldNames;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.EnumMap;
import java.util.Optional;

/** The {@code SF_…} variables for login and REST. */
final class SalesforceVariables {
  private SalesforceVariables() {}

  static Optional<SalesforceConfig> read(Variables variables) {
    var loginUrl =
        variables.address(
            variables.required("SF_LOGIN_URL", "https://login.salesforce.com or your My Domain"),
            "SF_LOGIN_URL");
    var clientId = variables.requiredSecret("SF_CLIENT_ID", "the connected app's consumer key");
    var username = variables.required("SF_USERNAME", "the integration user's name");
    var key = key(variables);
    var fields = fields(variables);
    var simFields = simFields(variables);
    var audience = variables.text("SF_AUDIENCE");
    var version = variables.text("SF_API_VERSION").orElse(SalesforceConfig.DEFAULT_API_VERSION);
    var timeout = variables.duration("SF_TIMEOUT", SalesforceConfig.DEFAULT_TIMEOUT);
    var authTimeout =
        variables.duration("SF_AUTH_TIMEOUT_MS", SalesforceConfig.DEFAULT_AUTH_TIMEOUT);
    var lifetime = variables.duration("SF_TOKEN_TTL_MS", SalesforceConfig.DEFAULT_TOKEN_LIFETIME);
    var clientName = variables.text("SF_CLIENT_NAME").orElse(SalesforceConfig.DEFAULT_CLIENT_NAME);
    var finalStatus =
        variables.text("SF_FINAL_STATUS").orElse(SalesforceConfig.DEFAULT_FINAL_STATUS);
    if (loginUrl.isEmpty()
        || clientId.isEmpty()
        || username.isEmpty()
        || key.isEmpty()
        || fields.isEmpty()
        || simFields.isEmpty()) {
      return Optional.empty();
    }
    return variables.build(
        () ->
            new SalesforceConfig(
                loginUrl.get(),
                clientId.get(),
                username.get(),
                key.get(),
                audience,
                version,
                timeout,
                authTimeout,
                lifetime,
                clientName,
                finalStatus,
                fields.get(),
                simFields.get()));
  }

  private static Optional<RSAPrivateKey> key(Variables variables) {
    var path = variables.text("SF_PRIVATE_KEY_PATH");
    var base64 = variables.secret("SF_PRIVATE_KEY_BASE64");
    if (path.isPresent() && base64.isPresent()) {
      variables.problem("SF_PRIVATE_KEY_PATH", "and SF_PRIVATE_KEY_BASE64 are both set; keep one");
      return Optional.empty();
    }
    if (path.isPresent()) {
      return variables.build(() -> SalesforceKey.atPath(Path.of(path.get())));
    }
    if (base64.isPresent()) {
      return variables.build(() -> SalesforceKey.fromBase64(base64.get()));
    }
    variables.problem(
        "SF_PRIVATE_KEY_PATH",
        "is missing; set it to the private key's file, or set SF_PRIVATE_KEY_BASE64");
    return Optional.empty();
  }

  private static Optional<SalesforceFields> fields(Variables variables) {
    var names = new EnumMap<SalesforceField, String>(SalesforceField.class);
    for (SalesforceField field : SalesforceField.values()) {
      variables.text(field.variable()).ifPresent(name -> names.put(field, name));
    }
    return variables.build(() -> SalesforceFields.overriding(names));
  }

  private static Optional<SimFieldNames> simFields(Variables variables) {
    var names = new EnumMap<SimField, String>(SimField.class);
    for (SimField field : SimField.values()) {
      variables.text(field.variable()).ifPresent(name -> names.put(field, name));
    }
    var assignedStatus = variables.text("SF_SIM_ASSIGNED_STATUS");
    return variables.build(() -> SimFieldNames.overriding(names, assignedStatus));
  }
}
