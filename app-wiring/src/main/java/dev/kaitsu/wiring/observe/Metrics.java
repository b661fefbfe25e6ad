package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact.Outcome;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.out.FulfillmentListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Counts and times what fulfillment does. Labels are few and closed; zeros are exported. */
public final class Metrics implements FulfillmentListener {
  private static final Duration[] PROVISIONING_BUCKETS = {
    Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
    Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2)
  };

  private static final Duration LONGEST_LAG = Duration.ofDays(30);

  private final MeterRegistry registry;
  private final InstantSource clock;

  public Metrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      attempts(outcome);
    }
    for (HintSource source : HintSource.values()) {
      lag(source);
    }
    for (Skip kind : Skip.values()) {
      skips(kind);
    }
    registry.counter("kaitsu.events.parked");
    registry.counter("kaitsu.events.repeated");
    registry.counter("kaitsu.writebacks.postponed");
    registry.counter("kaitsu.billing.duplicates");
    registry.counter("kaitsu.billing.line.differences");
    registry.counter("kaitsu.defects");
    registry.counter("kaitsu.liveness.violations");
    outages("whmcs");
  }

  private Counter outages(String system) {
    return registry.counter("kaitsu.outages", "system", system);
  }

  private Counter attempts(Outcome outcome) {
    return registry.counter("kaitsu.attempts", "outcome", outcome.name().toLowerCase(Locale.ROOT));
  }

  private Timer lag(HintSource source) {
    return Timer.builder("kaitsu.event.lag")
        .description("From Salesforce's own time of an event to its hint being durable")
        .tag("source", source.label())
        .publishPercentileHistogram(false)
        .serviceLevelObjectives(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30))
        .register(registry);
  }

  @Override
  public void eventHinted(Hint hint, Instant happenedAt) {
    lag(hint.source()).record(between(happenedAt, clock.instant()));
  }

  /** The time of an event is whatever its sender says: it need not make sense. */
  private static Duration between(Instant happenedAt, Instant now) {
    if (happenedAt.isAfter(now)) {
      return Duration.ZERO;
    }
    return happenedAt.isBefore(now.minus(LONGEST_LAG))
        ? LONGEST_LAG
        : Duration.between(happenedAt, now);
  }

  @Override
  public void eventRepeated(String topic, String key) {
    registry.counter("kaitsu.events.repeated").increment();
  }

  @Override
  public void eventParked(String topic, String schemaId, String reason) {
    registry.counter("kaitsu.events.parked").increment();
  }

  @Override
  public void stepFinished(Claim claim, String step, Duration took) {
    Timer.builder("kaitsu.step.duration")
        .description("How long each step of the fulfillment took")
        .tag("step", step)
        .register(registry)
        .record(took);
  }

  @Override
  public void halted(Claim claim, String step, Halt why) {
    registry.counter("kaitsu.failures", "step", step, "code", why.code().code()).increment();
  }

  @Override
  public void attemptEnded(Claim claim, Outcome outcome, String reason, Duration took) {
    attempts(outcome).increment();
    Timer.builder("kaitsu.provisioning.duration")
        .description("From the start of an attempt until Salesforce knows its end")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(PROVISIONING_BUCKETS)
        .register(registry)
        .record(took);
  }

  @Override
  public void duplicatesFound(Claim claim, BillingOrderId kept, List<BillingOrderId> others) {
    registry.counter("kaitsu.billing.duplicates").increment(others.size());
  }

  @Override
  public void simCallDone(Claim claim, SimCall call, boolean adopted) {
    registry
        .counter("kaitsu.sim.calls", "call", call.code(), "adopted", String.valueOf(adopted))
        .increment();
  }

  @Override
  public void simAssignmentRefused(Claim claim, Halt why) {
    handWork("sim_assignment").increment();
  }

  @Override
  public void servicesUnlabelled(Claim claim, String reason) {
    handWork("service_fields").increment();
  }

  /** What an order that went live left for a person to write. */
  private Counter handWork(String what) {
    return registry.counter("kaitsu.hand.work", "what", what);
  }

  @Override
  public void linesDiffer(Claim claim, BillingOrderId billed, String difference) {
    registry.counter("kaitsu.billing.line.differences").increment();
  }

  @Override
  public void writeBackPostponed(Claim claim, Halt why) {
    registry.counter("kaitsu.writebacks.postponed").increment();
  }

  @Override
  public void defect(Claim claim, String step, RuntimeException defect) {
    registry.counter("kaitsu.defects").increment();
  }

  @Override
  public void stranded(OrderId order) {
    registry.counter("kaitsu.liveness.violations").increment();
  }

  @Override
  public void systemDown(String system, String reason) {
    outages(system).increment();
  }

  @Override
  public void skipped(Claim claim, Skip kind, String reason) {
    skips(kind).increment();
  }

  private Counter skips(Skip kind) {
    return registry.counter(
        "kaitsu.orders.skipped", "reason", kind.name().toLowerCase(Locale.ROOT));
  }
}
