package dev.kaitsu.model;

import java.util.regex.Pattern;

/**
 * Ties together everything that is logged about one request: at most 80 characters, of those that
 * are harmless in logs and headers. Others are replaced, since the text may come from outside.
 */
public record CorrelationId(String value) {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._:-]");
  private static final int LONGEST = 80;

  public CorrelationId {
    var safe = UNSAFE.matcher(value).replaceAll("_");
    value = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a correlation id is empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
