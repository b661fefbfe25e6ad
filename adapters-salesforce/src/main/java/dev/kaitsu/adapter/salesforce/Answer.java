package dev.kaitsu.adapter.salesforce;

import java.time.Instant;
import java.util.Optional;

/**
 * What came back from one exchange.
 *
 * @param sentAt Salesforce's own time, from the Date header
 */
record Answer(int status, String body, Optional<Instant> sentAt, Optional<ApiUsage> usage) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isUnauthorized() {
    return status == 401;
  }
}
