package dev.kaitsu.adapter.salesforce;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much of the org's API calls of the last 24 hours is used up, by everybody together
 * (Sforce-Limit-Info).
 */
public record ApiUsage(long used, long limit) {
  private static final Pattern FORM =
      Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

  /** The header may name other uses as well, such as that of one connected app. */
  static Optional<ApiUsage> parse(String header) {
    var match = FORM.matcher(header);
    return match.find()
        ? Optional.of(new ApiUsage(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        : Optional.empty();
  }
}
