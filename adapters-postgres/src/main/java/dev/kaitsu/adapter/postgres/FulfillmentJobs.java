package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;

/**
 * Brings orders to their work on this node until closed. Work sees a shutdown as an interruption of
 * its thread after the drain time; what it throws then is no failure, another node goes on at once.
 */
public final class FulfillmentJobs implements AutoCloseable {
  private final Scheduler scheduler;
  private final Doorbell doorbell;

  private FulfillmentJobs(Scheduler scheduler, Doorbell doorbell) {
    this.scheduler = scheduler;
    this.doorbell = doorbell;
  }

  static FulfillmentJobs start(Scheduler scheduler, Doorbell doorbell) {
    doorbell.answeredBy(scheduler::triggerCheckForDueExecutions);
    doorbell.elsewhere().onWakeUp(scheduler::triggerCheckForDueExecutions);
    scheduler.start();
    return new FulfillmentJobs(scheduler, doorbell);
  }

  /** Whether {@link #close} has begun: work may end early if it says when to come back. */
  public boolean stopping() {
    return scheduler.getSchedulerState().isShuttingDown();
  }

  /**
   * Starts no further work, waits for what runs, interrupts it after the drain time, and returns
   * when it has ended or the drain time has passed once more. Closing twice is closing once.
   */
  @Override
  public void close() {
    if (!stopping()) {
      doorbell.unanswered();
      scheduler.stop();
    }
  }
}
