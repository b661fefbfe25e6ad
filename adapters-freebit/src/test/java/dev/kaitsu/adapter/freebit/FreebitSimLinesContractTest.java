package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.port.out.SimLines;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.freebit.FreebitBehaviour.Casing;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.testkit.contract.SimLinesContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Freebit keeps what the management of lines is promised")
class FreebitSimLinesContractTest extends SimLinesContract {
  private final FreebitEmulator emulator = FreebitEmulator.start();
  private final Freebit freebit =
      Operator.freebit(
          Operator.config(emulator.uri(), "PA05-02.path = " + FreebitEmulator.HISTORY_PATH));
  private final Freebit withoutHistory = Operator.freebit(Operator.config(emulator.uri()));
  private final Freebit unreachable = Operator.freebit(Operator.config(Operator.nobodyThere()));

  @BeforeEach
  void oddly() {
    emulator.behaviour().appliesAfter(Duration.ofHours(1));
    emulator.behaviour().casing(Casing.RANDOM);
    emulator.behaviour().absentIsNothing(true);
  }

  @AfterEach
  void close() {
    unreachable.close();
    withoutHistory.close();
    freebit.close();
    emulator.close();
  }

  @Override
  protected SimLines simLines() {
    return freebit.simLines();
  }

  @Override
  protected SimLines unreachableSimLines() {
    return unreachable.simLines();
  }

  @Override
  protected SimLines simLinesWithoutHistory() {
    return withoutHistory.simLines();
  }

  @Override
  protected List<String> quotaCodes() {
    return emulator.books().quotaCodes(line().digits());
  }

  @Override
  protected void losesTheAnswerOfTheNextQuota() {
    emulator.faults().script("PA04-04", Fault.after(Symptom.TRUNCATED), 1);
  }

  @Override
  protected void losesTheNextQuota() {
    emulator.faults().script("PA04-04", Fault.before(Symptom.HTTP_502_HTML), 1);
  }

  @Override
  protected void stocks(PhoneNumber number) {
    emulator.books().stocks(number.digits());
  }

  @Override
  protected void hasLine(PhoneNumber number, PlanCode plan) {
    emulator.books().hasLine(number.digits(), plan.value());
  }

  @Override
  protected void hasEndedLine(PhoneNumber number) {
    hasLine(number, new PlanCode("PASI_10G"));
    emulator.books().ends(number.digits());
  }

  @Override
  protected void locks(PhoneNumber number) {
    emulator.books().locks(number.digits(), Duration.ofMinutes(30));
  }

  @Override
  protected void appliesPending() {
    emulator.books().applyPending();
  }

  @Override
  protected List<String> secrets() {
    return List.of(FreebitEmulator.OEM_ID, FreebitEmulator.OEM_KEY);
  }
}
