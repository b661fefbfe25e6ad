package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A URL below {@code /services/data}, taken apart. */
record ApiTarget(String version, List<String> path, Map<String, String> parameters) {
  private static final Pattern SHAPE =
      Pattern.compile("/services/data/(v(\\d{2,3})\\.0)(/[^?]*)?(?:\\?(.*))?", Pattern.DOTALL);
  private static final int OLDEST = 60;
  static final int NEWEST = 68;
  private static final int NEWEST_RETIRED = 30;

  /**
   * Takes a raw path and query apart.
   *
   * @throws Refusal with status 410 for a retired version, 404 for anything else unknown
   */
  static ApiTarget parse(String raw) {
    var matcher = SHAPE.matcher(raw);
    if (!matcher.matches()) {
      throw Refusal.notFound();
    }
    int version = Integer.parseInt(matcher.group(2));
    if (version <= NEWEST_RETIRED) {
      throw new Refusal(410, "UNSUPPORTED_API_VERSION", "This API version is retired", List.of());
    }
    if (version < OLDEST || version > NEWEST) {
      throw Refusal.notFound();
    }
    var path = matcher.group(3) == null ? "" : matcher.group(3);
    var segments =
        Arrays.stream(path.split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .map(ApiTarget::decoded)
            .toList();
    return new ApiTarget(
        matcher.group(1), segments, form(matcher.group(4) == null ? "" : matcher.group(4)));
  }

  /** Reads {@code a=b&c=d}, as in a query or a form body. */
  static Map<String, String> form(String text) {
    var values = new TreeMap<String, String>();
    for (var pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("MALFORMED_QUERY", "The URL is not properly encoded");
    }
  }
}
