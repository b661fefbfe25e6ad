package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.Optional;

/** Asks Salesforce how much of the org's limits is left. */
public final class SalesforceLimits {
  /** The limit on API calls, of any 24 hours. */
  public static final String DAILY_CALLS = "DailyApiRequests";

  /** The limits that concern us; an org has dozens of others. */
  public static final List<String> NAMES =
      List.of(
          DAILY_CALLS,
          "DailyDeliveredPlatformEvents",
          "HourlyPublishedPlatformEvents",
          "MonthlyPlatformEventsUsageEntitlement");

  private final SalesforceRest rest;

  public SalesforceLimits(SalesforceSession session) {
    this.rest = new SalesforceRest(session);
  }

  /**
   * The limits of this org; those it does not have are left out.
   *
   * @throws ExternalCallException refused, if the user may not see them; or unavailable
   */
  public List<ApiLimit> read() {
    var told = rest.read("limits", rest.versioned("/limits"));
    return NAMES.stream().flatMap(name -> limit(name, told.path(name)).stream()).toList();
  }

  private static Optional<ApiLimit> limit(String name, JsonNode told) {
    var most = told.path("Max");
    var remaining = told.path("Remaining");
    return most.isIntegralNumber() && remaining.isIntegralNumber()
        ? Optional.of(new ApiLimit(name, most.longValue(), Math.max(0, remaining.longValue())))
        : Optional.empty();
  }
}
