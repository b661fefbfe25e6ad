package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.kaitsu.model.Claim;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.port.out.NewerFactsException;
import dev.kaitsu.port.out.StoreException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One look at one order: claim, work, complete. The engine only brings the ticket; what becomes of
 * it is decided here, by the epoch.
 */
final class FulfilJob implements ExecutionHandler<Void> {
  private static final Logger LOG = LoggerFactory.getLogger(FulfilJob.class);
  private static final CompletionHandler<Void> DONE_BY_US = (complete, operations) -> {};

  private final String node;
  private final OrderWork work;
  private final Claims claims;
  private final Completions completions;
  private final Releases releases;

  FulfilJob(String node, OrderWork work, Database database, Doorbell doorbell) {
    this.node = node;
    this.work = work;
    this.claims = new Claims(database);
    this.completions = new Completions(database, doorbell);
    this.releases = new Releases(database);
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var ticket = Ticket.of(context.getExecution(), node);
    var claim = claims.claim(ticket);
    if (claim.isPresent()) {
      look(ticket, claim.get(), context);
    } else {
      LOG.info(
          "stale pick of order {}: its ticket belongs to somebody else by now", instance.getId());
    }
    return DONE_BY_US;
  }

  private void look(Ticket ticket, Claim claim, ExecutionContext context) {
    MDC.put("correlationId", claim.correlation().value());
    MDC.put("orderId", claim.order().value());
    try {
      workOn(ticket, claim, () -> context.getSchedulerState().isShuttingDown());
    } finally {
      MDC.remove("correlationId");
      MDC.remove("orderId");
    }
  }

  private void workOn(Ticket ticket, Claim claim, Supplier<Boolean> stopping) {
    try {
      completions.complete(ticket, claim, work.work(claim));
    } catch (LostClaimException e) {
      LOG.info("{}; this look ends here", e.getMessage());
    } catch (NewerFactsException e) {
      LOG.warn("the look is left to a newer node: {}", e.getMessage());
      releases.release(
          ticket, claim, stopping.get() ? Rest.none(ticket) : Rest.forNewerNode(ticket));
    } catch (StoreException e) {
      LOG.warn("the look ended without a result, another one follows: {}", e.getMessage());
      releases.release(ticket, claim, stopping.get() ? Rest.none(ticket) : Rest.brief(ticket));
    } catch (RuntimeException | Error e) {
      if (stopping.get()) {
        LOG.info(
            "the look was interrupted by the shutdown; another node goes on: {}", e.toString());
        releases.release(ticket, claim, Rest.none(ticket));
      } else {
        LOG.error("the look failed by a defect, another one follows", e);
        releases.releaseDead(ticket, claim, Rest.growing(ticket));
      }
    }
  }

  /**
   * The engine's failure handler: what comes here is a ticket that could not be claimed or freed.
   */
  void giveBack(ExecutionComplete failed) {
    var reason = failed.getCause().map(Throwable::toString).orElse("no reason given");
    LOG.warn("order {} is looked at again: {}", failed.getExecution().getId(), reason);
    try {
      var ticket = Ticket.of(failed.getExecution(), node);
      releases.releaseUnclaimed(ticket, Rest.brief(ticket));
    } catch (StoreException e) {
      LOG.warn("its ticket stays until it counts as left behind: {}", e.getMessage());
    }
  }
}
