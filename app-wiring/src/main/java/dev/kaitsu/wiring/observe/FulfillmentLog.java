package dev.kaitsu.wiring.observe;

import static net.logstash.logback.argument.StructuredArguments.kv;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact.Outcome;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.out.FulfillmentListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what fulfillment does, in the words of the runbooks: operators search for these phrases, so
 * they are changed only together with the documents.
 */
public final class FulfillmentLog implements FulfillmentListener {
  private static final Logger LOG = LoggerFactory.getLogger("dev.kaitsu.fulfillment");

  @Override
  public void eventHinted(Hint hint, Instant happenedAt) {
    LogContext.about(
        hint.order(),
        Optional.of(hint.correlation()),
        () -> {
          LOG.info(enqueued(hint.source()));
          LOG.info("Successfully enqueued provisioning job");
        });
  }

  private static String enqueued(HintSource source) {
    return switch (source) {
      case PLATFORM_EVENT -> "Platform Event enqueued for provisioning";
      case CHANGE_EVENT -> "Order activation moved to Activating via CDC, enqueuing fulfillment";
      default -> "Changes to the order were lost by Salesforce, enqueuing a look at it";
    };
  }

  @Override
  public void eventRepeated(String topic, String key) {
    LOG.debug(
        "Event received before, nothing enqueued {} {}", kv("topic", topic), kv("event", key));
  }

  @Override
  public void eventParked(String topic, String schemaId, String reason) {
    LOG.error(
        "Event cannot be read and is parked with its bytes; the stream goes on {} {} {}",
        kv("topic", topic),
        kv("schemaId", schemaId),
        kv("reason", reason));
  }

  @Override
  public void customerFacingChange(OrderId order) {
    LogContext.about(
        order,
        Optional.empty(),
        () -> {
          LOG.info("Order CDC event with customer-facing changes");
          LOG.info("Invalidating cache");
        });
  }

  @Override
  public void skipped(Claim claim, Skip kind, String reason) {
    if (kind == Skip.ALREADY_BILLED) {
      LOG.info("Order already has WHMCS Order ID, skipping provisioning {}", kv("reason", reason));
    } else {
      LOG.info("Order is left alone {} {}", kv("skip", kind), kv("reason", reason));
    }
  }

  @Override
  public void attemptStarted(Claim claim, int attempt, boolean takenOver) {
    LOG.info(
        "Starting fulfillment orchestration {} {}",
        kv("attempt", attempt),
        kv("continued", takenOver));
    LOG.info("Guard sees status=Activating");
  }

  @Override
  public void stepFinished(Claim claim, String step, Duration took) {
    LOG.info("Step finished {} {}", kv("step", step), kv("tookMs", took.toMillis()));
  }

  @Override
  public void halted(Claim claim, String step, Halt why) {
    LOG.warn(
        "Step stopped the fulfillment {} {} {} {}",
        kv("step", step),
        kv("code", why.code().code()),
        kv("certainty", why.getClass().getSimpleName()),
        kv("reason", why.reason()));
  }

  @Override
  public void defect(Claim claim, String step, RuntimeException defect) {
    LOG.error("A defect of Kaitsu stopped the fulfillment {}", kv("step", step), defect);
  }

  @Override
  public void attemptEnded(Claim claim, Outcome outcome, String reason, Duration took) {
    if (outcome == Outcome.ACTIVATED) {
      LOG.info("Activated {} {}", kv("billing", reason), kv("tookMs", took.toMillis()));
    } else {
      LOG.warn(
          "Fulfillment ended {} {} {}",
          kv("outcome", outcome),
          kv("reason", reason),
          kv("tookMs", took.toMillis()));
    }
  }

  @Override
  public void duplicatesFound(Claim claim, BillingOrderId kept, List<BillingOrderId> others) {
    LOG.error(
        "More than one WHMCS order carries this order's marker; the others stay unaccepted {} {}",
        kv("kept", kept.value()),
        kv("others", others.toString()));
  }

  @Override
  public void lostOrderFound(Claim claim, BillingOrderId found) {
    LOG.warn(
        "The WHMCS order of an unanswered AddOrder was found; a retry adopts it {}",
        kv("billingOrder", found.value()));
  }

  @Override
  public void simCallDone(Claim claim, SimCall call, boolean adopted) {
    LOG.info(
        "The SIM operator has taken the call {} {}",
        kv("call", call.code()),
        kv("adopted", adopted));
  }

  @Override
  public void lostSimCallFound(Claim claim, SimCall call) {
    LOG.warn(
        "The effect of an unanswered SIM call was found; a retry goes on from there {}",
        kv("call", call.code()));
  }

  @Override
  public void simAssignmentRefused(Claim claim, Halt why) {
    LOG.error(
        "Salesforce does not take whose the SIM card is; write it by hand {} {}",
        kv("code", why.code().code()),
        kv("reason", why.reason()));
  }

  @Override
  public void servicesUnlabelled(Claim claim, String reason) {
    LOG.error(
        "The WHMCS services do not carry the SIM; write its custom fields by hand {}",
        kv("reason", reason));
  }

  @Override
  public void writeBackPostponed(Claim claim, Halt why) {
    LOG.warn(
        "Salesforce has not taken the result, it stays owed {} {}",
        kv("code", why.code().code()),
        kv("reason", why.reason()));
  }

  @Override
  public void writeBackDropped(Claim claim, String reason) {
    LOG.warn("The result is not written over a newer change {}", kv("reason", reason));
  }

  @Override
  public void writeBackParked(Claim claim, String reason) {
    LOG.error("Salesforce refuses the result, it is parked {}", kv("reason", reason));
  }

  @Override
  public void linesDiffer(Claim claim, BillingOrderId billed, String difference) {
    LOG.error(
        "The WHMCS order does not hold what was ordered {} {}",
        kv("billingOrder", billed.value()),
        kv("difference", difference));
  }

  @Override
  public void linesUnverified(Claim claim, BillingOrderId billed, Halt why) {
    LOG.info(
        "The lines of the WHMCS order could not be verified {} {}",
        kv("billingOrder", billed.value()),
        kv("code", why.code().code()));
  }

  @Override
  public void workEnded(Claim claim, WorkOutcome outcome) {
    if (outcome instanceof ComeBack later) {
      LOG.info("Provisioning job comes back {} {}", kv("at", later.at()), kv("why", later.why()));
    } else {
      LOG.info("Provisioning job completed");
    }
  }

  @Override
  public void setAside(Claim claim, String reason) {
    LOG.error("Order is set aside until somebody asks for it {}", kv("reason", reason));
  }

  @Override
  public void stranded(OrderId order) {
    LogContext.about(
        order,
        Optional.empty(),
        () -> LOG.error("Order had something left to do and no look planned, it is looked at now"));
  }

  @Override
  public void systemDown(String system, String reason) {
    LOG.error(
        "A system is down, orders that have not started wait for it {} {}",
        kv("system", system),
        kv("reason", reason));
  }

  @Override
  public void systemBack(SystemHold hold) {
    LOG.warn(
        "A system that was down is back, waiting orders start with a ramp {} {}",
        kv("system", hold.system()),
        kv("downSince", hold.since()));
  }

  @Override
  public void swept(int waiting, int hinted) {
    if (hinted > 0) {
      LOG.info(
          "Sweep found orders that nobody works on {} {}",
          kv("waiting", waiting),
          kv("hinted", hinted));
    }
  }
}
