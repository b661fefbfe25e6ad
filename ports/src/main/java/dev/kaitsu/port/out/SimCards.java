package dev.kaitsu.port.out;

import dev.kaitsu.model.FormField;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import java.util.List;
import java.util.Optional;

/** What fulfillment asks of the SIM operator. All calls throw {@link ExternalCallException}. */
public interface SimCards {
  /**
   * The line as it is now; empty if the operator says that there is none. A line that was asked for
   * may take minutes to appear.
   */
  Optional<LineDetail> find(PhoneNumber line);

  /** What a call would send, without credentials and personal data. Sends nothing. */
  List<FormField> preview(SimRequest request, SimCall call);

  /**
   * Sends one call in exactly one request that nothing below repeats. A return means accepted: the
   * operator may take minutes to apply it. <b>Calling it twice may activate twice.</b>
   *
   * @throws ExternalCallException refused or unavailable only if nothing was or will be activated
   *     by this call; unknown otherwise. {@code SIM_ACCOUNT_ABSENT} if the operator does not know
   *     the line, {@code SIM_LINE_LOCKED} while a change of it runs
   */
  void send(SimRequest request, SimCall call);
}
