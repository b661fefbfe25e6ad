package dev.kaitsu.adapter.salesforce;

import java.net.URI;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to reach and use one Salesforce org. Errors name the environment variables, all wrong ones
 * together, one per line.
 *
 * @param loginUrl {@code SF_LOGIN_URL}: https://login.salesforce.com, https://test.salesforce.com
 *     or the org's My Domain; plain http to loopback only
 * @param clientId {@code SF_CLIENT_ID}: the consumer key of the connected app
 * @param username {@code SF_USERNAME}: the integration user
 * @param key signs the login; its certificate is uploaded to the connected app
 * @param audience {@code SF_AUDIENCE}: whom the login is addressed to, if it is not to follow from
 *     the login URL, see {@link #effectiveAudience}
 * @param apiVersion {@code SF_API_VERSION}, such as {@code v67.0}; at least v60.0
 * @param timeout {@code SF_TIMEOUT}: the longest that one call may take
 * @param authTimeout {@code SF_AUTH_TIMEOUT_MS}: the longest that a login may take
 * @param tokenLifetime {@code SF_TOKEN_TTL_MS}: how long a session is used and shared before a new
 *     login; Salesforce itself may end it sooner
 * @param clientName {@code SF_CLIENT_NAME}: marks our writes in change events ({@code
 *     changeOrigin})
 * @param finalStatus {@code SF_FINAL_STATUS}: the {@code Status} of an order that is live
 */
public record SalesforceConfig(
    URI loginUrl,
    String clientId,
    String username,
    RSAPrivateKey key,
    Optional<String> audience,
    String apiVersion,
    Duration timeout,
    Duration authTimeout,
    Duration tokenLifetime,
    String clientName,
    String finalStatus,
    SalesforceFields fields,
    SimFieldNames simFields) {

  public static final String DEFAULT_API_VERSION = "v67.0";
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_AUTH_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_TOKEN_LIFETIME = Duration.ofMinutes(12);
  public static final String DEFAULT_CLIENT_NAME = "kaitsu";
  public static final String DEFAULT_FINAL_STATUS = "Completed";

  private static final Pattern API_VERSION = Pattern.compile("v(\\d{2,3})\\.0");
  private static final int OLDEST_VERSION = 60;
  private static final Pattern CLIENT_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  public SalesforceConfig {
    var problems = new ArrayList<String>();
    Addresses.problemOf("SF_LOGIN_URL", loginUrl).ifPresent(problems::add);
    requireText("SF_CLIENT_ID", clientId, problems);
    requireText("SF_USERNAME", username, problems);
    audience.ifPresent(text -> requireText("SF_AUDIENCE", text, problems));
    requireText("SF_FINAL_STATUS", finalStatus, problems);
    requirePositive("SF_TIMEOUT", timeout, problems);
    requirePositive("SF_AUTH_TIMEOUT_MS", authTimeout, problems);
    requirePositive("SF_TOKEN_TTL_MS", tokenLifetime, problems);
    if (!isSupported(apiVersion)) {
      problems.add(
          "SF_API_VERSION is '%s': give a version from v%d.0 on, such as %s"
              .formatted(apiVersion, OLDEST_VERSION, DEFAULT_API_VERSION));
    }
    if (!CLIENT_NAME.matcher(clientName).matches()) {
      problems.add(
          "SF_CLIENT_NAME is '%s': give up to 40 letters, digits, '_', '.' or '-'"
              .formatted(clientName));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** A configuration with every default. */
  public static SalesforceConfig of(
      URI loginUrl, String clientId, String username, RSAPrivateKey key) {
    return new SalesforceConfig(
        loginUrl,
        clientId,
        username,
        key,
        Optional.empty(),
        DEFAULT_API_VERSION,
        DEFAULT_TIMEOUT,
        DEFAULT_AUTH_TIMEOUT,
        DEFAULT_TOKEN_LIFETIME,
        DEFAULT_CLIENT_NAME,
        DEFAULT_FINAL_STATUS,
        SalesforceFields.DEFAULTS,
        SimFieldNames.DEFAULTS);
  }

  /**
   * The audience of the login: as set, else https://test.salesforce.com for a sandbox (by its login
   * host or its My Domain), and https://login.salesforce.com for everything else. Salesforce does
   * not promise to accept a My Domain as audience, so it is never taken for one.
   */
  public String effectiveAudience() {
    return audience.orElse(
        Addresses.isSandboxHost(loginUrl)
            ? "https://test.salesforce.com"
            : "https://login.salesforce.com");
  }

  /** Leaves out whatever could serve to log in. */
  @Override
  public String toString() {
    return "SalesforceConfig[loginUrl=%s, apiVersion=%s, timeout=%s]"
        .formatted(loginUrl, apiVersion, timeout);
  }

  private static boolean isSupported(String version) {
    var match = API_VERSION.matcher(version);
    return match.matches() && Integer.parseInt(match.group(1)) >= OLDEST_VERSION;
  }

  private static void requireText(String variable, String text, List<String> problems) {
    if (text.isBlank()) {
      problems.add(variable + " is blank: set it, or remove it where it is optional");
    }
  }

  private static void requirePositive(String variable, Duration duration, List<String> problems) {
    if (duration.isZero() || duration.isNegative()) {
      problems.add("%s is %s: give a time above zero".formatted(variable, duration));
    }
  }
}
