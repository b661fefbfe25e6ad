package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationEntry;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.port.out.LostLineException;
import dev.kaitsu.testkit.ASim;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of operations on lines promises. */
@DisplayName("Operations on lines are remembered")
public abstract class LineOperationsContract {
  private static final Duration BACK = Duration.ofHours(1);
  private static final OperationFact SENT =
      new OperationFact.Sent(OperationCall.PLAN, Optional.empty());
  private final PhoneNumber line = ASim.line(Fresh.number() % 100_000);

  protected abstract LineOperations operations();

  /** Begins work on the line as the engine does; its job must be due. */
  protected abstract LineClaim claim(PhoneNumber number);

  /** Ends work as the engine does. */
  protected abstract void complete(LineClaim claim, WorkOutcome outcome);

  /** Whether a job for the line is due now. */
  protected abstract boolean isDue(PhoneNumber number);

  /** The line's job gets lost. */
  protected abstract void losesJob(PhoneNumber number);

  private Operation add(LineOperation what, Optional<String> key) {
    var record = operations().recall(line, BACK);
    var id = new OperationId(UUID.randomUUID());
    var operation = new Operation(id, line, what, "somebody", key, record.now(), record.now());
    assertThat(operations().add(operation, record.seq())).isTrue();
    return operation;
  }

  private Operation add() {
    return add(new LineOperation.PlanChange(ASim.PLAN, Optional.empty()), Optional.empty());
  }

  private static OperationAddition addition(
      Operation to, long after, OperationState state, OperationFact... facts) {
    return new OperationAddition(to.id(), after, List.of(facts), state);
  }

  private List<OperationFact> factsOf(Operation operation) {
    return operations().find(operation.id()).orElseThrow().entries().stream()
        .map(OperationEntry::fact)
        .toList();
  }

  @Test
  @DisplayName("a line nobody asked for has no operations")
  void unknown() {
    assertThat(operations().recall(line, BACK).operations()).isEmpty();
    assertThat(operations().of(line, 10)).isEmpty();
    assertThat(operations().find(new OperationId(UUID.randomUUID()))).isEmpty();
    assertThat(operations().findKeyed(Fresh.name("key"))).isEmpty();
  }

  @Test
  @DisplayName("an operation of each kind comes back as it was taken on")
  void everyKind() {
    var expires = Optional.of(LocalDate.of(2027, 3, 31));
    var key = Optional.of(Fresh.name("key"));
    var client = new BillingClientId(7);
    var topUp = add(new LineOperation.TopUp(client, 512, new BigDecimal("9.5"), expires), key);
    var plan = add(new LineOperation.PlanChange(new PlanCode("P-1"), expires), Optional.empty());
    var card = Optional.of(new ProductNumber("AX0000000000815"));
    var network = add(new LineOperation.NetworkChange(NetworkType.FIVE_G, card), Optional.empty());

    assertThat(operations().recall(line, BACK).operations())
        .extracting(OperationHistory::operation)
        .containsExactly(topUp, plan, network);
    assertThat(operations().findKeyed(key.orElseThrow()).orElseThrow().operation())
        .isEqualTo(topUp);
    assertThat(operations().of(line, 2))
        .extracting(OperationHistory::operation)
        .containsExactly(network, plan);
  }

  @Test
  @DisplayName("every kind of fact comes back as it was written, with growing places")
  void everyFact() {
    var operation = add();
    var at = Instant.parse("2026-11-20T03:00:00Z");
    var call = OperationCall.QUOTA;
    OperationFact[] facts = {
      new OperationFact.Sent(OperationCall.INVOICE, Optional.of(new InvoiceId(3))),
      new OperationFact.Effective(OperationCall.INVOICE, Optional.of(new InvoiceId(4)), true),
      new OperationFact.Ineffective(call, FailureCode.HTTP_503, "away"),
      new OperationFact.Locked(call, at),
      new OperationFact.Unanswered(call, FailureCode.ETIMEOUT, "late"),
      new OperationFact.Parked(call, FailureCode.SIM_PAID_NOT_ADDED, "no"),
      new OperationFact.Settled(call, false, "op"),
      new OperationFact.Retried(call, "op"),
      new OperationFact.Cancelled("op"),
      new OperationFact.Completed(),
      new OperationFact.Failed(FailureCode.PAYMENT_REFUSED, "declined")
    };
    var claim = claim(line);

    assertThat(operations().record(claim, addition(operation, 0, OperationState.RUNNING, facts)))
        .isTrue();

    assertThat(factsOf(operation)).containsExactly(facts);
    assertThat(facts).hasSize(OperationFact.class.getPermittedSubclasses().length);
    assertThat(operations().find(operation.id()).orElseThrow().seq()).isEqualTo(facts.length);
  }

  @Test
  @DisplayName("an operation is not taken on if another one was since the line was read")
  void lineChanged() {
    var record = operations().recall(line, BACK);
    add();

    var late = new OperationId(UUID.randomUUID());
    var what = new LineOperation.PlanChange(ASim.PLAN, Optional.empty());
    var operation =
        new Operation(late, line, what, "x", Optional.empty(), record.now(), record.now());

    assertThat(operations().add(operation, record.seq())).isFalse();
    assertThat(operations().find(late)).isEmpty();
  }

  @Test
  @DisplayName("a key is given once, over all lines")
  void keyOnce() {
    var key = Optional.of(Fresh.name("key"));
    add(new LineOperation.PlanChange(ASim.PLAN, Optional.empty()), key);
    var other = ASim.line(Fresh.number() % 100_000);
    var now = operations().recall(other, BACK).now();
    var id = new OperationId(UUID.randomUUID());
    var what = new LineOperation.PlanChange(ASim.PLAN, Optional.empty());

    assertThat(operations().add(new Operation(id, other, what, "x", key, now, now), 0)).isFalse();

    assertThat(operations().find(id)).isEmpty();
    assertThat(operations().recall(other, BACK).seq()).isZero();
  }

  @Test
  @DisplayName("of two who add after the same fact, one is heard")
  void oneIsHeard() {
    var operation = add();
    var claim = claim(line);
    var cancelled = new OperationFact.Cancelled("somebody");
    assertThat(operations().state(addition(operation, 0, OperationState.CANCELLED, cancelled)))
        .isTrue();

    assertThat(operations().record(claim, addition(operation, 0, OperationState.RUNNING, SENT)))
        .isFalse();

    assertThat(factsOf(operation)).containsExactly(cancelled);
  }

  @Test
  @DisplayName("a cancellation that comes after the first call is not heard")
  void startedFirst() {
    var operation = add();
    operations().record(claim(line), addition(operation, 0, OperationState.RUNNING, SENT));

    var cancelled = new OperationFact.Cancelled("somebody");
    assertThat(operations().state(addition(operation, 0, OperationState.CANCELLED, cancelled)))
        .isFalse();

    assertThat(factsOf(operation)).containsExactly(SENT);
  }

  @Test
  @DisplayName("a claim that was overtaken does not write")
  void fenced() {
    var operation = add();
    var old = claim(line);
    var newer = claim(line);

    assertThatThrownBy(
            () -> operations().record(old, addition(operation, 0, OperationState.RUNNING, SENT)))
        .isInstanceOf(LostLineException.class);

    assertThat(factsOf(operation)).isEmpty();
    assertThat(operations().record(newer, addition(operation, 0, OperationState.RUNNING, SENT)))
        .isTrue();
    assertThat(newer.line()).isEqualTo(line);
  }

  @Test
  @DisplayName("what is asked for while the line is worked on brings another look")
  void noRequestLost() {
    add();
    var claim = claim(line);
    add();
    assertThat(isDue(line)).isFalse();

    complete(claim, new WorkOutcome.Settled());

    assertThat(isDue(line)).isTrue();
  }

  @Test
  @DisplayName("a request or a statement pulls a later look forward")
  void pulledForward() {
    var operation = add();
    var later = operations().recall(line, BACK).now().plus(Duration.ofHours(1));
    complete(claim(line), new WorkOutcome.ComeBack(later, "it waits"));
    assertThat(isDue(line)).isFalse();

    operations()
        .state(addition(operation, 0, OperationState.CANCELLED, new OperationFact.Cancelled("x")));

    assertThat(isDue(line)).isTrue();
    complete(claim(line), new WorkOutcome.Settled());
    assertThat(isDue(line)).isFalse();
  }

  @Test
  @DisplayName("a line whose job was lost gets it back, and one that has nothing to do does not")
  void stranded() {
    var operation = add();
    losesJob(line);
    assertThat(isDue(line)).isFalse();

    assertThat(operations().planStranded()).isPositive();

    assertThat(isDue(line)).isTrue();
    operations()
        .state(addition(operation, 0, OperationState.CANCELLED, new OperationFact.Cancelled("x")));
    losesJob(line);
    operations().planStranded();
    assertThat(isDue(line)).isFalse();
  }

  @Test
  @DisplayName("what is over is recalled only for a while, what is open for ever")
  void lookBack() {
    var over = add();
    var open = add();
    var claim = claim(line);
    operations()
        .record(claim, addition(over, 0, OperationState.DONE, SENT, new OperationFact.Completed()));

    assertThat(operations().recall(line, BACK).operations()).hasSize(2);
    assertThat(operations().recall(line, Duration.ZERO).operations())
        .extracting(OperationHistory::operation)
        .containsExactly(open);
  }

  @Test
  @DisplayName("what waits, runs or is parked is listed, and all is counted")
  void listed() {
    var waiting = add();
    var parked = add();
    var over = add();
    var why = new OperationFact.Parked(OperationCall.PLAN, FailureCode.SIM_CHANGE_UNCLEAR, "?");
    operations().state(addition(parked, 0, OperationState.PARKED, SENT, why));
    operations()
        .state(addition(over, 0, OperationState.CANCELLED, new OperationFact.Cancelled("x")));

    assertThat(operations().unsettled(10_000))
        .extracting(OperationHistory::operation)
        .containsSubsequence(waiting, parked)
        .doesNotContain(over);
    assertThat(operations().census().counts())
        .anySatisfy(
            count -> {
              assertThat(count.kind()).isEqualTo(OperationKind.PLAN_CHANGE);
              assertThat(count.state()).isEqualTo(OperationState.PARKED);
              assertThat(count.operations()).isPositive();
            });
    assertThat(operations().census().longestOverdue()).isGreaterThanOrEqualTo(Duration.ZERO);
  }
}
