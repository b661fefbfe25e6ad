package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.postgres.JobSettings;
import dev.kaitsu.adapter.whmcs.WhmcsConfig;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code KAITSU_…} variables.
 *
 * @param workers orders worked on at once by this node
 * @param turnLimit after which a client's turn to be billed ends by itself
 */
record WorkVariables(
    FulfillmentSettings fulfillment, JobSettings jobs, int workers, Duration turnLimit) {
  private static final int DEFAULT_WORKERS = 16;
  private static final int MOST_WORKERS = 256;
  private static final int MOST_TAKEOVERS = 1000;
  private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
  private static final Duration FREEBIT_APPLIES_WITHIN = Duration.ofMinutes(10);
  private static final Duration DRAIN_TIME = Duration.ofSeconds(10);

  static WorkVariables read(Variables variables, Optional<WhmcsConfig> whmcs) {
    var defaults = FulfillmentSettings.DEFAULTS;
    var lookWindow = variables.duration("KAITSU_LOOK_WINDOW", defaults.lookWindow());
    var simLookWindow = variables.duration("KAITSU_SIM_LOOK_WINDOW", defaults.simLookWindow());
    var takeoverAfter = variables.duration("KAITSU_TAKEOVER_AFTER", defaults.takeoverAfter());
    int takeoverLimit =
        variables.integer("KAITSU_TAKEOVER_LIMIT", defaults.takeoverLimit(), 1, MOST_TAKEOVERS);
    var sweepInterval = variables.duration("KAITSU_SWEEP_INTERVAL", SWEEP_INTERVAL);
    var drainTime = variables.duration("KAITSU_DRAIN_TIME", DRAIN_TIME);
    int workers = variables.integer("KAITSU_WORKERS", DEFAULT_WORKERS, 1, MOST_WORKERS);
    var timeout = whmcs.map(WhmcsConfig::timeout).orElse(WhmcsConfig.DEFAULT_TIMEOUT);
    if (lookWindow.compareTo(timeout) <= 0) {
      variables.warn(
          "KAITSU_LOOK_WINDOW",
          "is not longer than WHMCS_TIMEOUT: an order that WHMCS creates late could be created"
              + " again; 10m is safe for most installations");
    }
    if (simLookWindow.compareTo(FREEBIT_APPLIES_WITHIN) <= 0) {
      variables.warn(
          "KAITSU_SIM_LOOK_WINDOW",
          "is not longer than the 10 minutes that Freebit takes to apply a call: a SIM that it"
              + " activates late could be activated again; 30m is safe");
    }
    return new WorkVariables(
        new FulfillmentSettings(lookWindow, simLookWindow, takeoverAfter, takeoverLimit),
        new JobSettings(sweepInterval, drainTime),
        workers,
        timeout.multipliedBy(2));
  }
}
