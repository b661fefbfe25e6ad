package dev.kaitsu.model;

import java.util.Arrays;
import java.util.HexFormat;

/** A position in an event stream: opaque bytes, neither number nor text. Prints as hex. */
public final class ReplayId {
  private final byte[] bytes;

  public ReplayId(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a replay id is empty");
    }
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplayId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
