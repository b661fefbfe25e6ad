package dev.kaitsu.process;

import com.fasterxml.jackson.databind.JsonNode;

/** One order's way as Salesforce saw it, in microseconds since 1970; 0 is not yet. */
public record Way(String orderId, long approvedAt, long readAt, long endedAt, String outcome) {
  private static final double MICROS = 1000.0;

  public static Way of(JsonNode page) {
    return new Way(
        page.path("orderId").asText(),
        page.path("approvedAt").asLong(),
        page.path("readAt").asLong(),
        page.path("endedAt").asLong(),
        page.path("outcome").asText());
  }

  public boolean isActivated() {
    return outcome.equals("Activated");
  }

  public double millisToRead() {
    return (readAt - approvedAt) / MICROS;
  }

  public double millisToEnd() {
    return (endedAt - approvedAt) / MICROS;
  }
}
