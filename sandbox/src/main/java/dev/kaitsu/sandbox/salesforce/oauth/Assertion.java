package dev.kaitsu.sandbox.salesforce.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** A signed JWT as a client sent it; the signature still in Base64. */
record Assertion(ObjectNode claims, String signed, String signature) {

  static Assertion parse(String jwt) {
    var parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      throw invalid();
    }
    try {
      var decoder = Base64.getUrlDecoder();
      var header = Json.readObject(text(decoder.decode(parts[0])));
      if (!header.path("alg").asText().equals("RS256")) {
        throw invalid();
      }
      return new Assertion(
          Json.readObject(text(decoder.decode(parts[1]))), parts[0] + "." + parts[1], parts[2]);
    } catch (IllegalArgumentException | Refusal e) {
      throw invalid();
    }
  }

  String text(String claim) {
    return claims.path(claim).asText("");
  }

  /** Epoch seconds; 0 if the claim is missing or no number. */
  long seconds(String claim) {
    return claims.path(claim).asLong(0);
  }

  void requireSignedBy(PublicKey key) {
    try {
      var verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
      if (!verifier.verify(Base64.getUrlDecoder().decode(signature))) {
        throw invalid();
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static LoginRefused invalid() {
    return new LoginRefused("invalid_grant", "invalid assertion");
  }
}
