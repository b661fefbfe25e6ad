package dev.kaitsu.adapter.salesforce.stream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where the Pub/Sub API is served.
 *
 * @param port 1 to 65535
 * @param encrypted TLS with the system's trust store; without it only loopback is allowed
 */
public record PubSubEndpoint(String host, int port, boolean encrypted) {
  /** The vendor's global endpoint. */
  public static final PubSubEndpoint GLOBAL =
      new PubSubEndpoint("api.pubsub.salesforce.com", 7443, true);

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String VARIABLE = "SF_PUBSUB_ENDPOINT";

  public PubSubEndpoint {
    host = host.toLowerCase(Locale.ROOT);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "%s has port %d: give one from 1 to 65535".formatted(VARIABLE, port));
    }
    if (!encrypted && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "%s is http://%s: plain http is for loopback only, give %s:%d for TLS"
              .formatted(VARIABLE, host, host, port));
    }
  }

  /**
   * Reads {@code host:port} (TLS) or {@code http://127.0.0.1:port} (plain, loopback only).
   *
   * @throws IllegalArgumentException naming SF_PUBSUB_ENDPOINT and the remedy
   */
  public static PubSubEndpoint parse(String text) {
    var uri = uri(text.strip());
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    boolean onlyHostAndPort =
        uri.getHost() != null
            && uri.getPort() > 0
            && uri.getUserInfo() == null
            && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
            && uri.getQuery() == null;
    if (!onlyHostAndPort || !(plain || "https".equalsIgnoreCase(uri.getScheme()))) {
      throw malformed();
    }
    return new PubSubEndpoint(uri.getHost(), uri.getPort(), !plain);
  }

  private static URI uri(String text) {
    try {
      return new URI(text.contains("://") ? text : "https://" + text);
    } catch (URISyntaxException e) {
      var malformed = malformed();
      malformed.initCause(e);
      throw malformed;
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        VARIABLE
            + " is no host:port: give one such as api.pubsub.salesforce.com:7443, or"
            + " http://127.0.0.1:7443 for a sandbox");
  }

  @Override
  public String toString() {
    return (encrypted ? "" : "http://") + host + ":" + port;
  }
}
