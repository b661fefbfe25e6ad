package dev.kaitsu.adapter.salesforce;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be trusted with a login or a session. */
final class Addresses {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Addresses() {}

  /** Says what is wrong with an address that secrets are to be sent to; empty if nothing is. */
  static Optional<String> problemOf(String name, URI address) {
    var host = address.getHost();
    if (host == null || address.getScheme() == null) {
      return Optional.of(
          "%s is no address: give one such as https://login.salesforce.com".formatted(name));
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null
        || !(address.getRawPath().isEmpty() || address.getRawPath().equals("/"))) {
      return Optional.of(
          "%s has more than a host: give only https://%s".formatted(name, authority(address)));
    }
    boolean safe =
        address.getScheme().equalsIgnoreCase("https")
            || (address.getScheme().equalsIgnoreCase("http") && isLoopback(host));
    return safe
        ? Optional.empty()
        : Optional.of(
            "%s is %s: use https (plain http is for loopback only)".formatted(name, address));
  }

  static boolean isSandboxHost(URI address) {
    var host = address.getHost().toLowerCase(Locale.ROOT);
    return host.equals("test.salesforce.com")
        || host.endsWith(".sandbox.my.salesforce.com")
        || (host.contains("--") && host.endsWith(".my.salesforce.com"));
  }

  /** The address without a slash at its end, to put a path behind it. */
  static String root(URI address) {
    var text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  private static String authority(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }
}
