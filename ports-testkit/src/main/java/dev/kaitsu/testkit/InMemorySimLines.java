package dev.kaitsu.testkit;

import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.Usage;
import dev.kaitsu.port.out.SimLines;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The SIM operator in memory, as the management of lines asks it. */
public final class InMemorySimLines implements SimLines {
  /** What it can be asked. */
  public enum Call {
    FIND,
    USAGE,
    ADD_QUOTA,
    HAS_QUOTA,
    CHANGE_PLAN,
    CHANGE_NETWORK
  }

  private final SimOffice office;
  private final Script<Call> script;
  private final LateEffects late = new LateEffects();

  public InMemorySimLines() {
    this(new SimOffice(), new CrashPoints());
  }

  public InMemorySimLines(SimOffice office, CrashPoints crashes) {
    this.office = office;
    this.script = new Script<>(crashes);
  }

  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    return script.perform(Call.FIND, () -> office.find(line));
  }

  @Override
  public Usage usage(PhoneNumber line) {
    return script.perform(Call.USAGE, () -> office.usage(line));
  }

  @Override
  public void addQuota(PhoneNumber line, Quota quota) {
    change(Call.ADD_QUOTA, () -> office.add(line, quota));
  }

  @Override
  public Optional<Boolean> hasQuota(PhoneNumber line, String code) {
    return script.perform(Call.HAS_QUOTA, () -> office.hasQuota(line, code));
  }

  @Override
  public void changePlan(PhoneNumber line, PlanCode plan, Optional<LocalDate> on) {
    change(Call.CHANGE_PLAN, () -> office.changePlan(line, plan, on));
  }

  @Override
  public void changeNetwork(
      PhoneNumber line, NetworkType network, Optional<ProductNumber> productNumber) {
    change(Call.CHANGE_NETWORK, () -> office.changeNetwork(line, network));
  }

  /** Lines, and what happens to them. */
  public SimOffice office() {
    return office;
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  /** The next change is not answered; it is made with {@link #lateCommitArrives()}. */
  public void commitsLate() {
    late.nextIsLate();
  }

  /** What was asked for before the caller gave up is done now. */
  public void lateCommitArrives() {
    late.arrive();
  }

  private void change(Call call, Supplier<?> effect) {
    var unused = script.<Object>perform(call, () -> late.<Object>perform(effect::get));
  }
}
