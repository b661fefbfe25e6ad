package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left of the org's calls and event deliveries of 24 hours. */
final class BudgetCheckup implements Checkup {
  private static final double SCARCE = 0.2;

  private final SalesforceSession session;
  private final SalesforceRest rest;

  BudgetCheckup(SalesforceSession session, SalesforceRest rest) {
    this.session = session;
    this.rest = rest;
  }

  @Override
  public String name() {
    return "salesforce.budget";
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.USABLE);
  }

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    var limits = limits();
    session
        .apiUsage()
        .map(usage -> left("API calls", usage.limit() - usage.used(), usage.limit()))
        .or(() -> limits.flatMap(all -> left("API calls", all.path("DailyApiRequests"))))
        .ifPresent(findings::add);
    limits
        .flatMap(all -> left("event deliveries", all.path("DailyDeliveredPlatformEvents")))
        .ifPresent(findings::add);
    if (findings.isEmpty()) {
      findings.add(
          Finding.warn(
              "Salesforce does not say how many API calls are left",
              "look at the org's Company Information"));
    }
    return findings;
  }

  /** Only users who may view the setup are told. */
  private Optional<JsonNode> limits() {
    try {
      return Optional.of(rest.read(SalesforceCheckups.OPERATION, rest.versioned("/limits")));
    } catch (ExternalCallException notTold) {
      return Optional.empty();
    }
  }

  private static Optional<Finding> left(String what, JsonNode limit) {
    return limit.path("Max").asLong() > 0
        ? Optional.of(left(what, limit.path("Remaining").asLong(), limit.path("Max").asLong()))
        : Optional.empty();
  }

  private static Finding left(String what, long left, long limit) {
    var found = "%,d of %,d %s of 24 hours are left".formatted(Math.max(0, left), limit, what);
    var remedy = "find out who uses them, or raise the org's allocation";
    if (left <= 0) {
      return Finding.fail(found, remedy);
    }
    return left < limit * SCARCE ? Finding.warn(found, remedy) : Finding.pass(found);
  }
}
