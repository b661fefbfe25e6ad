package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Conditional requests, held against LastModifiedDate in whole seconds. */
final class Preconditions {
  private Preconditions() {}

  /**
   * Refuses a request for a record that changed after {@code If-Unmodified-Since}.
   *
   * @throws Refusal with status 412, or 400 for a date that cannot be read
   */
  static void requireUnmodified(ApiRequest request, Row row) {
    if (time(request, "if-unmodified-since").filter(lastModified(row)::isAfter).isPresent()) {
      throw new Refusal(
          412, "PRECONDITION_FAILED", "The record was modified since the given date", List.of());
    }
  }

  static boolean isUnmodifiedSince(ApiRequest request, Row row) {
    return time(request, "if-modified-since")
        .filter(since -> !lastModified(row).isAfter(since))
        .isPresent();
  }

  private static Instant lastModified(Row row) {
    return (Instant) row.value("LastModifiedDate").orElseThrow();
  }

  private static Optional<Instant> time(ApiRequest request, String header) {
    try {
      return request
          .header(header)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      throw Refusal.badRequest("INVALID_HEADER", "The date in " + header + " cannot be read");
    }
  }
}
