package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts back what a dead node had picked. Every living node tries, and one succeeds: being second is
 * no error, although the engine's own handler calls it a bug.
 */
final class Revival implements DeadExecutionHandler<Void> {
  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);

  @Override
  public void deadExecution(ExecutionComplete left, ExecutionOperations<Void> operations) {
    try {
      operations.reschedule(left, Instant.now());
    } catch (ExecutionException second) {
      LOG.debug("another node was faster: {}", second.getMessage());
    }
  }
}
