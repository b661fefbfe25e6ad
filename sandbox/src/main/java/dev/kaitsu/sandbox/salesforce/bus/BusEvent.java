package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import java.time.Instant;

/**
 * An event as the bus keeps it.
 *
 * @param id the EventUuid; a publisher may have left it blank on purpose
 * @param schemaId the schema the payload claims to be written with
 * @param payload a raw Avro datum, or garbage: the bus does not look
 */
public record BusEvent(
    String id, String schemaId, ByteString payload, ReplayId replayId, Instant publishedAt) {
  /** The payload for whoever does not speak protobuf. */
  public byte[] bytes() {
    return payload.toByteArray();
  }
}
