package dev.kaitsu.sandbox.salesforce.rest;

import java.util.regex.Pattern;

/** How change events name the API client that made a change. */
final class ChangeOrigin {
  private static final Pattern CLIENT = Pattern.compile("(?:^|[,;\\s])client\\s*=\\s*([^,;\\s]+)");

  private ChangeOrigin() {}

  static String of(String version, String callOptions) {
    var client = CLIENT.matcher(callOptions);
    return "com/salesforce/api/rest/"
        + version.substring(1)
        + (client.find() ? ";client=" + client.group(1) : "");
  }
}
