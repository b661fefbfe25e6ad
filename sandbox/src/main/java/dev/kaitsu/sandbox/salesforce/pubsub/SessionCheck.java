package dev.kaitsu.sandbox.salesforce.pubsub;

import java.util.Optional;

/**
 * Decides at the start of every call whether its session is good. A session that ends later leaves
 * streams already open alone, as at the vendor.
 */
@FunctionalInterface
public interface SessionCheck {
  /**
   * Looks at one call's headers.
   *
   * @param tenantId 18 characters, already checked
   * @return empty for a good session, else the error the call fails with, such as {@link
   *     PubSubError#AUTH_ERROR}
   */
  Optional<PubSubError> check(String accessToken, String instanceUrl, String tenantId);
}
