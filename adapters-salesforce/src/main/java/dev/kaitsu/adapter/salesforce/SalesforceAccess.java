package dev.kaitsu.adapter.salesforce;

import java.net.URI;
import java.time.Instant;

/**
 * The right to call one org for a while. Prints without the token.
 *
 * @param token sent as {@code Authorization: Bearer …} over REST, as {@code accesstoken} over gRPC
 * @param instanceUrl where the org lives, without a slash at its end
 * @param orgId the org's id in its 18-character form
 * @param obtainedAt when the login was made, on whichever node
 */
public record SalesforceAccess(String token, URI instanceUrl, String orgId, Instant obtainedAt) {
  @Override
  public String toString() {
    return "SalesforceAccess[%s, org %s, obtained %s]".formatted(instanceUrl, orgId, obtainedAt);
  }
}
