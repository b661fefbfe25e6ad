package dev.kaitsu.server;

import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.wiring.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the health pages say. Something that is switched off never degrades. */
final class HealthPages {
  private static final String OK = "ok";
  private static final String OFF = "off";
  private static final String DEGRADED = "degraded";

  private final Node node;
  private final StreamPage streams;

  HealthPages(Node node) {
    this.node = node;
    this.streams = new StreamPage(node);
  }

  /** The page that operators and load balancers know: {@code status} is ok or degraded. */
  Map<String, Object> summary() {
    Map<String, String> problems = new LinkedHashMap<>();
    var database = check("database", problems);
    var cache = check("cache", problems);
    var salesforce = check("salesforce", problems);
    var whmcs = check("whmcs", problems);
    var freebit = check("freebit", problems);
    var events = streamState(problems);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("status", problems.isEmpty() ? OK : DEGRADED);
    page.put("timestamp", node.clock().instant().toString());
    page.put("version", node.version());
    page.put("checks", ordered("database", database, "cache", cache));
    page.put(
        "integrations",
        ordered(
            "redis",
            cache,
            "salesforce",
            salesforce,
            "whmcs",
            whmcs,
            "freebit",
            freebit,
            "sfEvents",
            events));
    if (!problems.isEmpty()) {
      page.put("problems", problems);
    }
    return page;
  }

  private String check(String name, Map<String, String> problems) {
    Optional<HealthProbe> probe =
        node.probes().stream().filter(each -> each.name().equals(name)).findFirst();
    if (probe.isEmpty()) {
      return OFF;
    }
    var problem = probe.get().problem();
    problem.ifPresent(text -> problems.put(name, text));
    return problem.isEmpty() ? OK : "fail";
  }

  private String streamState(Map<String, String> problems) {
    var statuses = node.streams().statuses();
    if (statuses.isEmpty()) {
      return OFF;
    }
    var needed = statuses.stream().filter(StreamStatus::bringsOrders).toList();
    needed.forEach(
        status -> streams.problem(status).ifPresent(p -> problems.put(status.topic(), p)));
    return streams.areWell(needed) ? OK : "connecting";
  }

  /** Whether this node can take work: its database answers. Nothing else keeps an order waiting. */
  Map<String, Object> readiness() {
    Map<String, String> problems = new LinkedHashMap<>();
    var database = check("database", problems);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("status", database.equals(OK) ? OK : DEGRADED);
    page.put("checks", Map.of("database", database));
    if (!problems.isEmpty()) {
      page.put("problems", problems);
    }
    return page;
  }

  /** Each subscription: its state, what came last, how old its cursor is; and parked events. */
  Map<String, Object> streams() {
    var page = streams.page();
    page.put("parkedEvents", node.openParkedEvents());
    return page;
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
