package dev.kaitsu.adapter.whmcs;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where WHMCS is, who we are there, and how we order. Every complaint names the environment
 * variable that carries the value.
 *
 * @param apiUrl {@code WHMCS_API_URL}: the address of {@code includes/api.php}, or of the WHMCS
 *     installation, which is completed; plain http to loopback only
 * @param timeout {@code WHMCS_TIMEOUT}: for one whole request, connecting included; positive
 * @param concurrency {@code WHMCS_CONCURRENCY}: requests under way at one time in this process, at
 *     least 1
 */
public record WhmcsConfig(
    URI apiUrl,
    Credential credential,
    Duration timeout,
    int concurrency,
    Ordering ordering,
    SimFields simFields) {

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  public static final int DEFAULT_CONCURRENCY = 16;

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  public WhmcsConfig {
    apiUrl = completed(apiUrl);
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("WHMCS_TIMEOUT must be positive: " + timeout);
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException("WHMCS_CONCURRENCY must be at least 1: " + concurrency);
    }
  }

  /** Everything optional at its default. */
  public static WhmcsConfig of(URI apiUrl, Credential credential) {
    return new WhmcsConfig(
        apiUrl,
        credential,
        DEFAULT_TIMEOUT,
        DEFAULT_CONCURRENCY,
        Ordering.standard(),
        SimFields.DEFAULTS);
  }

  /**
   * An API credential; its text form hides the secrets.
   *
   * @param identifier {@code WHMCS_API_IDENTIFIER}
   * @param secret {@code WHMCS_API_SECRET}
   * @param accessKey {@code WHMCS_ACCESS_KEY}: bypasses the list of allowed addresses
   */
  public record Credential(String identifier, String secret, Optional<String> accessKey) {
    public Credential {
      identifier = given("WHMCS_API_IDENTIFIER", identifier);
      secret = given("WHMCS_API_SECRET", secret);
      accessKey = accessKey.map(key -> given("WHMCS_ACCESS_KEY", key));
    }

    @Override
    public String toString() {
      return "Credential[hidden]";
    }
  }

  /**
   * How orders are made.
   *
   * @param paymentMethod {@code WHMCS_PAYMENT_METHOD}: the system name of an active gateway
   * @param noInvoice {@code WHMCS_NO_INVOICE}: the order makes no invoice
   * @param noEmail {@code WHMCS_NO_EMAIL}: the order sends no confirmation
   * @param markerField {@code WHMCS_MARKER_FIELD}: name of the product custom field for the marker
   * @param markerInNotes {@code WHMCS_MARKER_IN_NOTES}: the notes carry the marker; off where a
   *     hook reacts to notes
   * @param autoSetup {@code WHMCS_AUTO_SETUP}: whether accepting runs the provisioning modules;
   *     empty leaves it to each product
   */
  public record Ordering(
      String paymentMethod,
      boolean noInvoice,
      boolean noEmail,
      Optional<String> markerField,
      boolean markerInNotes,
      Optional<Boolean> autoSetup) {
    public Ordering {
      paymentMethod = given("WHMCS_PAYMENT_METHOD", paymentMethod);
      markerField = markerField.map(name -> given("WHMCS_MARKER_FIELD", name));
      if (!markerInNotes && markerField.isEmpty()) {
        throw new IllegalArgumentException(
            "WHMCS_MARKER_IN_NOTES is off and WHMCS_MARKER_FIELD is empty: an order without a"
                + " marker could not be found again; set one of them");
      }
    }

    /** The same without anything that a client would hear of. */
    Ordering quiet() {
      return new Ordering(paymentMethod, true, true, markerField, markerInNotes, autoSetup);
    }

    /** The portal's way: {@code mailin}, no invoice, no e-mail, the marker in the notes. */
    public static Ordering standard() {
      return new Ordering("mailin", true, true, Optional.empty(), true, Optional.empty());
    }
  }

  static String given(String variable, String value) {
    var plain = value.strip();
    if (plain.isEmpty()) {
      throw new IllegalArgumentException(variable + " is blank");
    }
    return plain;
  }

  private static URI completed(URI url) {
    var scheme = Optional.ofNullable(url.getScheme()).orElse("");
    var host = Optional.ofNullable(url.getHost()).orElse("");
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "WHMCS_API_URL is no web address; give it as https://<host>/<path>/includes/api.php");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "WHMCS_API_URL carries a user, a query or a fragment; give only the address of api.php");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "WHMCS_API_URL uses plain http to %s, which is allowed to loopback only; use https"
              .formatted(host));
    }
    var path = Optional.ofNullable(url.getRawPath()).orElse("");
    return path.endsWith(".php")
        ? url
        : url.resolve(
            path.replaceAll("/+$", "").replaceAll("/includes$", "") + "/includes/api.php");
  }
}
