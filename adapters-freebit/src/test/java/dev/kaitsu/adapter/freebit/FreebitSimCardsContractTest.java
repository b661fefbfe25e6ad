package dev.kaitsu.adapter.freebit;

import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.freebit.FreebitBehaviour.Casing;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.testkit.contract.SimCardsContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Freebit keeps what the SIM operator promises")
class FreebitSimCardsContractTest extends SimCardsContract {
  private final FreebitEmulator emulator = FreebitEmulator.start();
  private final Freebit freebit = Operator.freebit(Operator.config(emulator.uri()));
  private final Freebit unreachable = Operator.freebit(Operator.config(Operator.nobodyThere()));

  @BeforeEach
  void oddly() {
    emulator.behaviour().appliesAfter(Duration.ofHours(1));
    emulator.behaviour().casing(Casing.RANDOM);
    emulator.behaviour().codesAsNumbers(true);
    emulator.behaviour().refusalStatus(400);
  }

  @AfterEach
  void close() {
    unreachable.close();
    freebit.close();
    emulator.close();
  }

  @Override
  protected SimCards simCards() {
    return freebit.simCards();
  }

  @Override
  protected SimCards unreachableSimCards() {
    return unreachable.simCards();
  }

  @Override
  protected int timesTaken(SimCall call) {
    return emulator.journal().timesTaken(line().digits(), call.code());
  }

  @Override
  protected void losesTheNextAnswer(SimCall call) {
    emulator.faults().script(call.code(), Fault.after(Symptom.DROP), 1);
  }

  @Override
  protected void losesTheNextRequest(SimCall call) {
    emulator.faults().script(call.code(), Fault.before(Symptom.DROP), 1);
  }

  @Override
  protected void commitsLate(SimCall call) {
    var late = new Fault(Moment.LATER, Symptom.HTTP_504, Duration.ofMillis(100));
    emulator.faults().script(call.code(), late, 1);
  }

  @Override
  protected void lateCommitArrives() {
    await().until(() -> emulator.journal().timesActivated(line().digits()) > 0);
  }

  @Override
  protected void refusesTheNextCombination(SimCall call) {
    emulator.behaviour().refuseNext(call.code(), "400", "356");
  }

  @Override
  protected void breaksTheNextFind() {
    emulator.faults().script("PA03-02", Fault.before(Symptom.HTML_200), 1);
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
    emulator.books().hasLine(number.digits(), "PASI_10G");
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
