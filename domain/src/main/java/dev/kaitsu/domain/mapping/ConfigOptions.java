package dev.kaitsu.domain.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Portal_ConfigOptions_JSON__c}: one flat JSON object of config option ids and chosen
 * option ids or numbers, such as {@code {"7": 42, "9": "3"}}. The domain has no JSON library, and
 * this shape needs none.
 */
final class ConfigOptions {
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{(.*)}\\s*", Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile(
          "\\s*\"(\\d{1,18})\"\\s*:\\s*(?:\"(\\d{1,18})\"|(\\d{1,18})|(true)|(false))\\s*");

  private ConfigOptions() {}

  /**
   * Reads the text; blank text is no option at all.
   *
   * @throws IllegalArgumentException if it has another shape; the message says where
   */
  static Map<Long, Long> parse(String json) {
    if (json.isBlank()) {
      return Map.of();
    }
    var object = OBJECT.matcher(json);
    if (!object.matches()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    if (object.group(1).isBlank()) {
      return Map.of();
    }
    Map<Long, Long> options = new LinkedHashMap<>();
    for (String text : object.group(1).split(",", -1)) {
      var member = MEMBER.matcher(text);
      if (!member.matches()) {
        throw new IllegalArgumentException(
            "'%s' is no option id with a number".formatted(text.strip()));
      }
      if (options.put(Long.valueOf(member.group(1)), value(member)) != null) {
        throw new IllegalArgumentException("option %s is given twice".formatted(member.group(1)));
      }
    }
    return options;
  }

  private static Long value(Matcher member) {
    if (member.group(4) != null) {
      return 1L; // a yes/no option
    }
    if (member.group(5) != null) {
      return 0L;
    }
    return Long.valueOf(member.group(2) != null ? member.group(2) : member.group(3));
  }
}
