package dev.kaitsu.adapter.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address in {@code DATABASE_URL}, with the account taken out of it. */
record DatabaseUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
  static final String JDBC_SCHEME = "jdbc:postgresql://";

  private static final List<String> SCHEMES = List.of(JDBC_SCHEME, "postgresql://", "postgres://");
  private static final Pattern LOCAL_JDBC = Pattern.compile("jdbc:postgresql:(?!//)/?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:(?<port>\\d{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  static DatabaseUrl parse(String text) {
    var trimmed = LOCAL_JDBC.matcher(text.strip()).replaceFirst(JDBC_SCHEME + "localhost/");
    var scheme =
        SCHEMES.stream()
            .filter(trimmed::startsWith)
            .findFirst()
            .orElseThrow(() -> wrong("must begin with postgresql:// or jdbc:postgresql://"));
    var rest = trimmed.substring(scheme.length());
    var params = rest.contains("?") ? rest.substring(rest.indexOf('?') + 1) : "";
    var address = rest.contains("?") ? rest.substring(0, rest.indexOf('?')) : rest;
    int at = address.lastIndexOf('@');
    var account = at < 0 ? "" : address.substring(0, at);
    var hostsAndDatabase = requireAddress(address.substring(at + 1));
    return assemble(hostsAndDatabase, account, params);
  }

  private static DatabaseUrl assemble(String hostsAndDatabase, String account, String params) {
    int colon = account.indexOf(':');
    var user = text(colon < 0 ? account : account.substring(0, colon));
    var password = text(colon < 0 ? "" : account.substring(colon + 1));
    var kept = new ArrayList<String>();
    for (var param : params.split("&", -1)) {
      if (param.startsWith("user=")) {
        user = text(param.substring("user=".length()));
      } else if (param.startsWith("password=")) {
        password = text(param.substring("password=".length()));
      } else if (!param.isEmpty()) {
        kept.add(param);
      }
    }
    var query = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new DatabaseUrl(JDBC_SCHEME + hostsAndDatabase + query, user, password);
  }

  private static String requireAddress(String hostsAndDatabase) {
    int slash = hostsAndDatabase.indexOf('/');
    if (slash < 0 || slash == hostsAndDatabase.length() - 1) {
      throw wrong("names no database: write postgresql://user:password@host:port/database");
    }
    for (var host : hostsAndDatabase.substring(0, slash).split(",", -1)) {
      var match = HOST.matcher(host);
      if (!match.matches()) {
        throw wrong(
            "has no readable host and port; special characters in user and password must be"
                + " percent-encoded");
      }
      var port = match.group("port");
      if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > HIGHEST_PORT)) {
        throw wrong("has a port outside 1 to " + HIGHEST_PORT);
      }
    }
    return hostsAndDatabase;
  }

  private static Optional<String> text(String encoded) {
    if (encoded.isEmpty()) {
      return Optional.empty();
    }
    try {
      var plus = encoded.replace("+", "%2B"); // a plus stands for itself outside of forms
      return Optional.of(URLDecoder.decode(plus, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw wrong("has a percent sign that encodes nothing (write %25 for a percent sign)");
    }
  }

  private static IllegalArgumentException wrong(String how) {
    return new IllegalArgumentException("DATABASE_URL " + how);
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
