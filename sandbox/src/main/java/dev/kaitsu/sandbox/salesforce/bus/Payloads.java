package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** Writes payloads as the vendor does: the raw Avro datum, with no header and no fingerprint. */
final class Payloads {
  private Payloads() {}

  static ByteString encode(GenericRecord event) {
    try (var out = ByteString.newOutput()) {
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
      encoder.flush();
      return out.toByteString();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }
}
