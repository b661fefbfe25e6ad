package dev.kaitsu.adapter.salesforce.stream;

import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** What a schema's id says about its content, where it has the form known today. */
final class SchemaIds {
  /** An MD5 in base64url without padding. */
  private static final Pattern KNOWN_FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

  private SchemaIds() {}

  /** False only if the id has the known form and another schema gives it. */
  static boolean fits(String id, Schema schema) {
    return !KNOWN_FORM.matcher(id).matches() || id.equals(of(schema));
  }

  private static String of(Schema schema) {
    try {
      var fingerprint = SchemaNormalization.parsingFingerprint("MD5", schema);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprint);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no MD5", e);
    }
  }
}
