package dev.kaitsu.adapter.freebit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Freebit is and who we are there. Every complaint names the environment variable that
 * carries the value.
 *
 * @param baseUrl {@code FREEBIT_BASE_URL}: with or without {@code /emptool/api}, which is
 *     completed; plain http to loopback only
 * @param timeout {@code FREEBIT_TIMEOUT}: for one whole request, connecting included; positive
 * @param keyLifetime {@code FREEBIT_KEY_LIFETIME}: how long a key is used before another one is
 *     fetched; positive
 * @param mapping {@code FREEBIT_MAPPING_PATH}: what Freebit's documents leave open
 */
public record FreebitConfig(
    URI baseUrl,
    Credential credential,
    Duration timeout,
    Duration keyLifetime,
    FreebitMapping mapping) {

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** The portal renewed its key as often; how long one truly lives is not documented. */
  public static final Duration DEFAULT_KEY_LIFETIME = Duration.ofMinutes(15);

  private static final String API = "/emptool/api/";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  public FreebitConfig {
    baseUrl = completed(baseUrl);
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("FREEBIT_TIMEOUT must be positive: " + timeout);
    }
    if (keyLifetime.isZero() || keyLifetime.isNegative()) {
      throw new IllegalArgumentException("FREEBIT_KEY_LIFETIME must be positive: " + keyLifetime);
    }
  }

  /** Everything optional at its default. */
  public static FreebitConfig of(URI baseUrl, Credential credential) {
    return new FreebitConfig(
        baseUrl, credential, DEFAULT_TIMEOUT, DEFAULT_KEY_LIFETIME, FreebitMapping.bundled());
  }

  /**
   * The OEM credential; its text form hides it.
   *
   * @param oemId {@code FREEBIT_OEM_ID}
   * @param oemKey {@code FREEBIT_OEM_KEY}
   */
  public record Credential(String oemId, String oemKey) {
    public Credential {
      oemId = given("FREEBIT_OEM_ID", oemId);
      oemKey = given("FREEBIT_OEM_KEY", oemKey);
    }

    private static String given(String variable, String value) {
      var plain = value.strip();
      if (plain.isEmpty()) {
        throw new IllegalArgumentException(variable + " is blank");
      }
      return plain;
    }

    @Override
    public String toString() {
      return "Credential[hidden]";
    }
  }

  private static URI completed(URI url) {
    var scheme = Optional.ofNullable(url.getScheme()).orElse("");
    var host = Optional.ofNullable(url.getHost()).orElse("");
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "FREEBIT_BASE_URL is no web address; give it as https://<host> or https://<host>"
              + "/emptool/api");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "FREEBIT_BASE_URL carries a user, a query or a fragment; give only the address");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "FREEBIT_BASE_URL uses plain http to %s, which is allowed to loopback only; use https"
              .formatted(host));
    }
    var path =
        Optional.ofNullable(url.getRawPath())
            .orElse("")
            .replaceAll("/+$", "")
            .replaceAll("/emptool(/api)?$", "");
    return url.resolve(path + API);
  }
}
