package dev.kaitsu.port.out;

import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.model.HealthStanding;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Who checks which system when, and what was found: shared by all nodes, on the store's own clock.
 * Each method throws {@link StoreException} if the store fails.
 */
public interface HealthBook {
  /** What is due within this time is not hastened; claims are shorter. */
  Duration SOON = Duration.ofMinutes(1);

  /**
   * Claims the checks of these systems that are due. Of nodes that ask at once, one gets each.
   *
   * @param lease how long nobody else may check them, unless the result is known earlier
   */
  List<HealthClaim> claimDue(Collection<String> systems, Duration lease);

  /**
   * Writes down what a claimed check found, and keeps it among the newest of its system.
   *
   * @param next when the system is due again
   * @return false if the claim ran out and the check is somebody else's by now: nothing is written
   */
  boolean record(HealthClaim claim, HealthResult result, Duration next);

  /** Leaves a claimed check out on purpose: what was found last goes on to stand. */
  void putOff(HealthClaim claim, Duration next);

  /**
   * Makes a system due now, since there are signs that it has changed; does nothing if it is due
   * {@link #SOON}, is being checked, or was checked a moment ago.
   *
   * @param moment how long ago the last check must be
   */
  void hasten(String system, Duration moment);

  /** The last check of every system that ever was checked, by name. */
  List<HealthStanding> standings();
}
