package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The place of an event in its topic. On the wire it has the 10 bytes seen at the vendor: an 8-byte
 * big-endian counter and two zero bytes. Clients must treat it as opaque.
 */
public record ReplayId(long counter) implements Comparable<ReplayId> {
  private static final int LENGTH = 10;

  /** Empty when the bytes have another length or another ending than a replay id. */
  public static Optional<ReplayId> parse(ByteString bytes) {
    if (bytes.size() != LENGTH || bytes.byteAt(8) != 0 || bytes.byteAt(9) != 0) {
      return Optional.empty();
    }
    return Optional.of(new ReplayId(bytes.asReadOnlyByteBuffer().getLong()));
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(counter).array();
  }

  @Override
  public int compareTo(ReplayId other) {
    return Long.compare(counter, other.counter);
  }
}
