package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.out.FulfillmentListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers everything that fulfillment said. */
public final class RecordingListener implements FulfillmentListener {
  /** One thing said: the listener method's name, and its arguments in their order. */
  public record Heard(String what, List<Object> details) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** The arguments of each time this was said, such as {@code heard("stepFinished")}. */
  public List<List<Object>> heard(String what) {
    return heard.stream().filter(each -> each.what().equals(what)).map(Heard::details).toList();
  }

  /** The names of everything that was said, in that order. */
  public List<String> said() {
    return heard.stream().map(Heard::what).toList();
  }

  @Override
  public void eventHinted(Hint hint, Instant happenedAt) {
    hear("eventHinted", hint, happenedAt);
  }

  @Override
  public void eventRepeated(String topic, String key) {
    hear("eventRepeated", topic, key);
  }

  @Override
  public void eventParked(String topic, String schemaId, String reason) {
    hear("eventParked", topic, schemaId, reason);
  }

  @Override
  public void customerFacingChange(OrderId order) {
    hear("customerFacingChange", order);
  }

  @Override
  public void skipped(Claim claim, Skip kind, String reason) {
    hear("skipped", claim, kind, reason);
  }

  @Override
  public void attemptStarted(Claim claim, int attempt, boolean takenOver) {
    hear("attemptStarted", claim, attempt, takenOver);
  }

  @Override
  public void stepFinished(Claim claim, String step, Duration took) {
    hear("stepFinished", claim, step, took);
  }

  @Override
  public void halted(Claim claim, String step, Halt why) {
    hear("halted", claim, step, why);
  }

  @Override
  public void defect(Claim claim, String step, RuntimeException defect) {
    hear("defect", claim, step, defect);
  }

  @Override
  public void attemptEnded(Claim claim, LedgerFact.Outcome outcome, String reason, Duration took) {
    hear("attemptEnded", claim, outcome, reason, took);
  }

  @Override
  public void duplicatesFound(Claim claim, BillingOrderId kept, List<BillingOrderId> others) {
    hear("duplicatesFound", claim, kept, others);
  }

  @Override
  public void lostOrderFound(Claim claim, BillingOrderId found) {
    hear("lostOrderFound", claim, found);
  }

  @Override
  public void writeBackPostponed(Claim claim, Halt why) {
    hear("writeBackPostponed", claim, why);
  }

  @Override
  public void writeBackDropped(Claim claim, String reason) {
    hear("writeBackDropped", claim, reason);
  }

  @Override
  public void writeBackParked(Claim claim, String reason) {
    hear("writeBackParked", claim, reason);
  }

  @Override
  public void workEnded(Claim claim, WorkOutcome outcome) {
    hear("workEnded", claim, outcome);
  }

  @Override
  public void linesDiffer(Claim claim, BillingOrderId billed, String difference) {
    hear("linesDiffer", claim, billed, difference);
  }

  @Override
  public void linesUnverified(Claim claim, BillingOrderId billed, Halt why) {
    hear("linesUnverified", claim, billed, why);
  }

  @Override
  public void swept(int waiting, int hinted) {
    hear("swept", waiting, hinted);
  }

  @Override
  public void setAside(Claim claim, String reason) {
    hear("setAside", claim, reason);
  }

  @Override
  public void systemDown(String system, String reason) {
    hear("systemDown", system, reason);
  }

  @Override
  public void systemBack(SystemHold hold) {
    hear("systemBack", hold);
  }

  @Override
  public void stranded(OrderId order) {
    hear("stranded", order);
  }

  @Override
  public void simCallDone(Claim claim, SimCall call, boolean adopted) {
    hear("simCallDone", claim, call, adopted);
  }

  @Override
  public void lostSimCallFound(Claim claim, SimCall call) {
    hear("lostSimCallFound", claim, call);
  }

  @Override
  public void simAssignmentRefused(Claim claim, Halt why) {
    hear("simAssignmentRefused", claim, why);
  }

  @Override
  public void servicesUnlabelled(Claim claim, String reason) {
    hear("servicesUnlabelled", claim, reason);
  }

  private void hear(String what, Object... details) {
    heard.add(new Heard(what, List.of(details)));
  }
}
