package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.testkit.ASim;
import java.util.List;

/** The SIM operator, and a line there that nobody else uses. */
abstract class SimScene {
  final PhoneNumber line = ASim.line(Fresh.number());

  protected final PhoneNumber line() {
    return line;
  }

  /** The operator knows this number as that of a SIM card in stock. */
  protected abstract void stocks(PhoneNumber line);

  /** A line in service. */
  protected abstract void hasLine(PhoneNumber line, PlanCode plan);

  /** A line that was in service. */
  protected abstract void hasEndedLine(PhoneNumber line);

  /** A change of the line that somebody else asked for is running from now on. */
  protected abstract void locks(PhoneNumber line);

  /** Applies all that was taken and waits for its time. */
  protected abstract void appliesPending();

  /** What must never show in a preview or a message. */
  protected abstract List<String> secrets();
}
