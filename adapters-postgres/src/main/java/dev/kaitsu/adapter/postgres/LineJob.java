package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.port.in.LineWork;
import dev.kaitsu.port.out.LostLineException;
import dev.kaitsu.port.out.NewerFactsException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One look at one line: claim, work, complete. Its log lines name the line by its id alone. */
final class LineJob implements ExecutionHandler<Void> {
  private static final Logger LOG = LoggerFactory.getLogger(LineJob.class);
  private static final CompletionHandler<Void> DONE_BY_US = (complete, operations) -> {};

  private final String node;
  private final LineWork work;
  private final LineClaims claims;
  private final LineCompletions completions;

  LineJob(String node, LineWork work, Database database, Doorbell doorbell) {
    this.node = node;
    this.work = work;
    this.claims = new LineClaims(database);
    this.completions = new LineCompletions(database, doorbell);
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var ticket = LineTicket.of(context.getExecution(), node);
    var claim = claims.claim(ticket);
    if (claim.isEmpty()) {
      LOG.info("stale pick of line {}: its ticket belongs to somebody else", instance.getId());
      return DONE_BY_US;
    }
    MDC.put("lineId", instance.getId());
    try {
      workOn(ticket, claim.get(), context);
    } finally {
      MDC.remove("lineId");
    }
    return DONE_BY_US;
  }

  private void workOn(LineTicket ticket, LineClaim claim, ExecutionContext context) {
    try {
      completions.complete(ticket, claim, work.work(claim));
    } catch (LostLineException e) {
      LOG.info("{}; this look ends here", e.getMessage());
    } catch (NewerFactsException e) {
      LOG.warn("line {} is left to a newer node: {}", ticket.lineId(), e.getMessage());
      completions.release(ticket, claim, Rest.forNewerNode(ticket.failures()));
    } catch (StoreException e) {
      LOG.warn("the look at line {} ended without a result: {}", ticket.lineId(), e.getMessage());
      completions.release(ticket, claim, new Rest(Rest.SHORT, ticket.failures() + 1));
    } catch (RuntimeException | Error e) {
      if (context.getSchedulerState().isShuttingDown()) {
        LOG.info("the look at line {} was interrupted by the shutdown", ticket.lineId());
        completions.release(ticket, claim, new Rest(Duration.ZERO, ticket.failures()));
      } else {
        LOG.error("the look at line {} failed by a defect", ticket.lineId(), e);
        completions.release(ticket, claim, Rest.growing(ticket.failures()));
      }
    }
  }

  /** What comes here is a ticket that could not be claimed or freed. */
  void giveBack(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    LOG.warn(
        "line {} is looked at again: {}",
        failed.getExecution().getId(),
        failed.getCause().map(Throwable::toString).orElse("no reason given"));
    operations.reschedule(failed, Instant.now().plus(Rest.SHORT));
  }
}
