package dev.kaitsu.sandbox.salesforce.bus;

import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Computes the vendor's schema ids. */
public final class SchemaId {
  private SchemaId() {}

  /**
   * The 22 characters by which the Pub/Sub API names a schema: base64url without padding of the MD5
   * of its parsing canonical form. Docs and defaults do not matter; names, order and types do.
   */
  public static String of(Schema schema) {
    try {
      var fingerprint = SchemaNormalization.parsingFingerprint("MD5", schema);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprint);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no MD5", e);
    }
  }
}
