package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kaitsu.port.in.RecordRound;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The round of record files: rare when it is done, soon again when a node could not end it. */
final class RecordsJob {
  static final String NAME = "records";

  private static final Logger LOG = LoggerFactory.getLogger(RecordsJob.class);
  private static final Duration INTERVAL = Duration.ofHours(6);
  private static final Duration SOON = Duration.ofMinutes(1);

  private RecordsJob() {}

  static RecurringTask<Void> of(RecordRound round) {
    return Tasks.recurring(NAME, FixedDelay.of(INTERVAL))
        .onFailure(RecordsJob::again)
        .onDeadExecution(new Revival())
        .execute((instance, context) -> run(round, context));
  }

  private static void run(RecordRound round, ExecutionContext context) {
    var scheduler = context.getSchedulerState();
    boolean done = true;
    try {
      done = round.run(scheduler::isShuttingDown);
    } catch (RuntimeException e) {
      LOG.warn("the records could not be done, they follow at their next time: {}", e.getMessage());
    }
    if (!done || scheduler.isShuttingDown()) {
      // What broke it off must not keep the engine from writing down that it goes on.
      boolean unused = Thread.interrupted();
      throw new NotDone();
    }
  }

  private static void again(ExecutionComplete broken, ExecutionOperations<Void> operations) {
    operations.reschedule(broken, Instant.now().plus(SOON));
  }

  /** Another node should go on. */
  private static final class NotDone extends RuntimeException {
    private NotDone() {
      super("the round was not ended here", null, false, false);
    }
  }
}
