package dev.kaitsu.testkit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.SimCards;
import java.util.List;
import java.util.Optional;

/**
 * The SIM operator in memory, as fulfillment asks it. As the real one it takes every call anew,
 * however often it is asked for the same, and it can lose an answer after it acted.
 */
public final class InMemorySimCards implements SimCards {
  /** What it can be asked; {@link #of} gives the sending ones. */
  public enum Call {
    FIND,
    PREVIEW,
    ACCOUNT_REGISTRATION,
    SEMI_BLACK_REGISTRATION,
    VOICE_REGISTRATION,
    ESIM_ACTIVATION;

    public static Call of(SimCall call) {
      return valueOf(call.name());
    }
  }

  private final SimOffice office;
  private final Script<Call> script;
  private final LateEffects late = new LateEffects();

  public InMemorySimCards() {
    this(new SimOffice(), new CrashPoints());
  }

  public InMemorySimCards(SimOffice office, CrashPoints crashes) {
    this.office = office;
    this.script = new Script<>(crashes);
  }

  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    return script.perform(Call.FIND, () -> office.find(line));
  }

  @Override
  public List<FormField> preview(SimRequest request, SimCall call) {
    return script.perform(
        Call.PREVIEW,
        () ->
            List.of(
                new FormField("call", call.code()),
                new FormField("account", request.line().toString()),
                new FormField("planCode", request.plan().toString())));
  }

  @Override
  public void send(SimRequest request, SimCall call) {
    var unused =
        script.perform(Call.of(call), () -> late.perform(() -> office.take(request, call)));
  }

  /** Stock and lines, and what happens to them. */
  public SimOffice office() {
    return office;
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  /** The next such call is taken, and nobody hears of it. */
  public void losesTheNextAnswer(SimCall call) {
    script.losesTheAnswer(Call.of(call), FailureCode.ETIMEOUT);
  }

  /** The next such call does not arrive, and nobody can tell. */
  public void losesTheNextRequest(SimCall call) {
    script.losesTheRequest(Call.of(call), FailureCode.ETIMEOUT);
  }

  /** The next such call provably does nothing. */
  public void failsBeforeActing(SimCall call, FailureCode code) {
    script.failsBeforeActing(Call.of(call), code);
  }

  /** The next such call is refused. */
  public void refuses(SimCall call, FailureCode code, String reason) {
    script.refuses(Call.of(call), code, reason);
  }

  /** The next sent call is not answered; it is taken with {@link #lateCommitArrives()}. */
  public void commitsLate() {
    late.nextIsLate();
  }

  /** What was asked for before the caller gave up is taken now. */
  public void lateCommitArrives() {
    late.arrive();
  }
}
