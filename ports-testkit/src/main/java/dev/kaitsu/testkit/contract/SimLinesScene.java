package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.out.SimLines;
import java.util.List;
import java.util.Optional;

/** The world behind {@link SimLines}. */
abstract class SimLinesScene extends SimScene {
  static final Quota QUOTA = new Quota(500, "topup-1", Optional.empty());

  protected abstract SimLines simLines();

  /** An operator that nobody answers for, not even the network. */
  protected abstract SimLines unreachableSimLines();

  /** An operator of which nobody knows how to ask for the history of quotas. */
  protected abstract SimLines simLinesWithoutHistory();

  /** Codes of the data that was truly added to {@link #line}. */
  protected abstract List<String> quotaCodes();

  /** The next adding of data takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextQuota();

  /** The next adding of data is lost on its way. */
  protected abstract void losesTheNextQuota();
}
