package dev.kaitsu.server;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.model.SystemStatus.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the health page says of the systems that are checked by schedule. */
final class SystemsPart {
  private static final String OFF = "off";

  /** Told on the page although they may be switched off. */
  private static final List<String> STORES = List.of("database", "cache");

  private static final List<String> INTEGRATIONS =
      List.of("salesforce", "whmcs", "freebit", "sftp");

  private final Map<String, SystemStatus> systems = new LinkedHashMap<>();
  private final Map<String, String> liveProblems;
  private final Map<String, String> warnings = new LinkedHashMap<>();

  /**
   * Makes the part, and adds what is wrong to the page's problems.
   *
   * @param problems what this node found itself just now goes before what was found earlier
   */
  SystemsPart(List<SystemStatus> systems, Map<String, String> problems) {
    this.liveProblems = Map.copyOf(problems);
    for (var status : systems) {
      this.systems.put(status.system(), status);
      if (status.state().degrades()) {
        status.problem().ifPresent(text -> problems.putIfAbsent(status.system(), text));
      } else if (status.state() == State.WARNING) {
        status.problem().ifPresent(text -> warnings.put(status.system(), text));
      }
    }
  }

  /** In the words that the page had before there were levels: ok, fail, off; or unknown. */
  Map<String, String> integrations() {
    Map<String, String> words = new LinkedHashMap<>();
    for (var name : INTEGRATIONS) {
      var status = systems.get(name);
      words.put(name, status == null ? OFF : word(status.state()));
    }
    return words;
  }

  private static String word(State state) {
    if (state == State.UNKNOWN) {
      return "unknown";
    }
    return state.degrades() ? "fail" : "ok";
  }

  /** Each system's level, last check and error rate. */
  Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    STORES.forEach(name -> details.put(name, detail(name)));
    INTEGRATIONS.forEach(name -> details.put(name, detail(name)));
    return details;
  }

  private Map<String, Object> detail(String name) {
    Map<String, Object> detail = new LinkedHashMap<>();
    var status = systems.get(name);
    if (status == null) {
      detail.put("level", OFF);
      return detail;
    }
    var state = liveProblems.containsKey(name) ? State.CRITICAL : status.state();
    detail.put("level", state.name().toLowerCase(Locale.ROOT));
    status.last().ifPresent(standing -> add(detail, standing));
    if (!status.calls().equals(CallTally.NONE)) {
      detail.put("calls", status.calls().calls());
      detail.put("errorRate", status.calls().errorRate());
    }
    return detail;
  }

  private static void add(Map<String, Object> detail, HealthStanding standing) {
    detail.put("responseMs", standing.last().responseTime().toMillis());
    detail.put("checkedAt", standing.checkedAt().toString());
    detail.put("next", standing.next().toString());
  }

  /** What is worth a look and degrades nothing. */
  Map<String, String> warnings() {
    return warnings;
  }
}
