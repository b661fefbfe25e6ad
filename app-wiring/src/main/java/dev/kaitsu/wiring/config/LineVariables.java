package dev.kaitsu.wiring.config;

import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.sim.PlanCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The {@code KAITSU_SIM_…} variables. */
final class LineVariables {
  private static final Pattern COMMA = Pattern.compile(",");

  /** What Freebit's documents tell of the gap, the delay and the lock alike. */
  private static final Duration FREEBIT_DISTANCE = Duration.ofMinutes(30);

  private LineVariables() {}

  static Optional<LineSettings> read(Variables variables, FulfillmentSettings work) {
    var defaults = LineSettings.DEFAULTS;
    var gap = variables.duration("KAITSU_SIM_GAP", defaults.gap());
    var delay = variables.duration("KAITSU_SIM_NETWORK_DELAY", defaults.networkDelay());
    var lock = variables.duration("KAITSU_SIM_LOCK", defaults.lock());
    warnIfShort(variables, "KAITSU_SIM_GAP", gap);
    warnIfShort(variables, "KAITSU_SIM_NETWORK_DELAY", delay);
    warnIfShort(variables, "KAITSU_SIM_LOCK", lock);
    var zone = zone(variables, defaults.zone());
    var plans = plans(variables);
    return variables.build(
        () ->
            new LineSettings(
                gap,
                delay,
                lock,
                work.simLookWindow(),
                work.lookWindow(),
                zone,
                plans,
                work.takeoverAfter()));
  }

  private static void warnIfShort(Variables variables, String name, Duration value) {
    if (value.compareTo(FREEBIT_DISTANCE) < 0) {
      variables.warn(
          name,
          "is shorter than the 30 minutes that Freebit's documents tell: Freebit may refuse or undo"
              + " what comes too early; 30m is safe");
    }
  }

  private static ZoneId zone(Variables variables, ZoneId fallback) {
    var text = variables.text("KAITSU_SIM_ZONE");
    try {
      return text.map(ZoneId::of).orElse(fallback);
    } catch (DateTimeException unknown) {
      variables.problem("KAITSU_SIM_ZONE", "is no time zone; write it like Asia/Tokyo");
      return fallback;
    }
  }

  private static Optional<Set<PlanCode>> plans(Variables variables) {
    try {
      return variables
          .text("KAITSU_SIM_PLANS")
          .map(
              text ->
                  COMMA
                      .splitAsStream(text)
                      .map(String::strip)
                      .map(PlanCode::new)
                      .collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException malformed) {
      variables.problem(
          "KAITSU_SIM_PLANS", "is no list of plan codes; write them with commas between");
      return Optional.empty();
    }
  }
}
