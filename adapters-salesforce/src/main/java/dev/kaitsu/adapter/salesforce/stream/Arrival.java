package dev.kaitsu.adapter.salesforce.stream;

import com.google.protobuf.ByteString;
import dev.kaitsu.model.ReplayId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An event as it came off the wire.
 *
 * @param id the vendor's EventUuid; a publisher may have left it empty
 */
record Arrival(String id, String schemaId, ByteString payload, ReplayId replayId) {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  /** Equal for two deliveries of one event: its id, or where there is none its place and bytes. */
  String key() {
    return id.isBlank() ? replayId + "/" + hash(payload.toByteArray()) : key(id);
  }

  /** A key out of any text: the text itself where it is short and plain. */
  static String key(String text) {
    return KEY.matcher(text).matches() ? text : hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
