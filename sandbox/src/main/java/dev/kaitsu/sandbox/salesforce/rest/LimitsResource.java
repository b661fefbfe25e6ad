package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;

/** The allocations and what is left of them. */
final class LimitsResource {
  private final ApiCalls calls;

  LimitsResource(ApiCalls calls) {
    this.calls = calls;
  }

  ApiReply answer(ApiRequest request) {
    var limits = Json.object();
    limits.set(
        "DailyApiRequests",
        limit(calls.dailyLimit(), Math.max(0, calls.dailyLimit() - calls.total())));
    limits.set("DailyDeliveredPlatformEvents", limit(25_000, 25_000));
    limits.set("HourlyPublishedPlatformEvents", limit(250_000, 250_000));
    limits.set("MonthlyPlatformEventsUsageEntitlement", limit(0, 0));
    return ApiReply.ok(limits);
  }

  private static ObjectNode limit(long max, long remaining) {
    return Json.object().put("Max", max).put("Remaining", remaining);
  }
}
