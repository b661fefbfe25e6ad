package dev.kaitsu.port.out;

import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.Usage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What managing a live line asks of the SIM operator. All calls throw {@link
 * ExternalCallException}: refused or unavailable only if nothing was changed, unknown otherwise;
 * {@code SIM_ACCOUNT_ABSENT} if the operator does not know the line, {@code SIM_LINE_LOCKED} while
 * a change of it runs. A changing call is exactly one request; <b>repeating it may do it twice</b>.
 */
public interface SimLines {
  /** The line as it is now; empty if the operator says that there is none. */
  Optional<LineDetail> find(PhoneNumber line);

  /** What the line has used. The operator asks not to call this for many lines in a row. */
  Usage usage(PhoneNumber line);

  /** Adds data. */
  void addQuota(PhoneNumber line, Quota quota);

  /**
   * Whether a quota with this code is in the line's history; empty if that cannot be told here (the
   * path of the quota history, PA05-02, is a setting without a default).
   */
  Optional<Boolean> hasQuota(PhoneNumber line, String code);

  /** Changes the plan, at once or on a day. */
  void changePlan(PhoneNumber line, PlanCode plan, Optional<LocalDate> on);

  /**
   * Changes the network type. The operator takes about 30 minutes and rejects every other request
   * for the line meanwhile.
   */
  void changeNetwork(PhoneNumber line, NetworkType network, Optional<ProductNumber> productNumber);
}
