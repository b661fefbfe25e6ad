package dev.kaitsu.model;

import java.util.regex.Pattern;

/** SHA-256 of all bytes of a record file: the same digest means the same file. */
public record RecordFileDigest(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public RecordFileDigest {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: '%s'".formatted(hex));
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
