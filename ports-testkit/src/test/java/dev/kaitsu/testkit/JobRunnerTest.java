package dev.kaitsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The job runner looks at orders as the engine does")
class JobRunnerTest {
  private final SettableClock clock = new SettableClock();
  private final CrashPoints crashes = new CrashPoints();
  private final InMemoryStore store = new InMemoryStore(clock, crashes);
  private final InMemoryLedger ledger = new InMemoryLedger(store);
  private final InMemoryInbox inbox = new InMemoryInbox(store);
  private final List<Claim> looks = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  @Test
  @DisplayName("once for hints that came before the look")
  void looksOnce() {
    hint(AnOrder.ID);
    hint(AnOrder.ID);

    assertThat(runner(claim -> new WorkOutcome.Settled()).runDue()).isEqualTo(1);
  }

  @Test
  @DisplayName("once more for a hint that came during the look")
  void looksAgain() {
    hint(AnOrder.ID);

    var runner =
        runner(
            claim -> {
              if (looks.size() == 1) {
                hint(AnOrder.ID);
              }
              return new WorkOutcome.Settled();
            });

    assertThat(runner.runDue()).isEqualTo(2);
    assertThat(looks.get(1).epoch()).isGreaterThan(looks.get(0).epoch());
    assertThat(looks.get(1).hintSeq()).isGreaterThan(looks.get(0).hintSeq());
  }

  @Test
  @DisplayName("again at the time that was asked for, counting how often in a row")
  void comesBack() {
    var later = clock.instant().plusSeconds(60);
    hint(AnOrder.ID);
    var runner =
        runner(
            claim ->
                claim.deferrals() < 2
                    ? new WorkOutcome.ComeBack(clock.instant().plusSeconds(60), "not yet")
                    : new WorkOutcome.Settled());

    assertThat(runner.runDue()).isEqualTo(1);
    assertThat(store.dueAt(AnOrder.ID)).contains(later);
    assertThat(runner.runFor(Duration.ofSeconds(59))).isZero();
    assertThat(runner.runFor(Duration.ofMinutes(10))).isEqualTo(2);
    assertThat(looks).extracting(Claim::deferrals).containsExactly(0, 1, 2);
    assertThat(times).element(1).isEqualTo(later);
  }

  @Test
  @DisplayName("at once when a hint comes while the order waits")
  void hintsCutTheWait() {
    hint(AnOrder.ID);
    var runner =
        runner(
            claim ->
                looks.size() == 1
                    ? new WorkOutcome.ComeBack(clock.instant().plusSeconds(60), "not yet")
                    : new WorkOutcome.Settled());
    runner.runDue();

    hint(AnOrder.ID);

    assertThat(runner.runDue()).isEqualTo(1);
  }

  @Test
  @DisplayName("anew after a crash, when the takeover time is over, with a newer claim")
  void takesOver() {
    hint(AnOrder.ID);
    var runner =
        runner(
            claim -> {
              ledger.record(claim, List.of(new LedgerFact.AcceptSent()));
              return new WorkOutcome.Settled();
            });
    crashes.crashAt(2);

    assertThat(runner.runDue()).isEqualTo(1);
    assertThat(runner.crashes()).isEqualTo(1);
    assertThat(runner.runFor(JobRunner.TAKEOVER)).isEqualTo(1);
    assertThat(looks).extracting(Claim::epoch).containsExactly(1L, 2L);
    assertThat(ledger.factsOf(AnOrder.ID)).hasSize(2);
  }

  @Test
  @DisplayName("anew soon after the store failed")
  void retriesAfterStoreFailures() {
    hint(AnOrder.ID);
    store.failsNext();
    var runner =
        runner(
            claim -> {
              ledger.recall(claim.order());
              return new WorkOutcome.Settled();
            });

    assertThat(runner.runDue()).isEqualTo(1);
    assertThat(runner.runFor(Duration.ofSeconds(1))).isEqualTo(1);
  }

  @Test
  @DisplayName("not again when a newer claim took the order over")
  void leavesLostClaimsAlone() {
    hint(AnOrder.ID);
    var runner =
        runner(
            claim -> {
              store.complete(store.claim(claim.order()), new WorkOutcome.Settled());
              return new WorkOutcome.Settled();
            });

    assertThat(runner.runFor(Duration.ofHours(1))).isEqualTo(1);
  }

  @Test
  @DisplayName("in the order in which the looks are due")
  void keepsTheOrder() {
    hint(AnOrder.idNumbered(2));
    clock.advance(Duration.ofSeconds(1));
    hint(AnOrder.idNumbered(1));

    runner(claim -> new WorkOutcome.Settled()).runDue();

    assertThat(looks)
        .extracting(Claim::order)
        .containsExactly(AnOrder.idNumbered(2), AnOrder.idNumbered(1));
  }

  @Test
  @DisplayName("but not for ever: looks without an end are a defect")
  void givesUp() {
    hint(AnOrder.ID);
    var runner = runner(claim -> new WorkOutcome.ComeBack(clock.instant(), "impatient"));

    assertThatThrownBy(runner::runDue).isInstanceOf(AssertionError.class);
  }

  private JobRunner runner(OrderWork work) {
    return new JobRunner(
        claim -> {
          looks.add(claim);
          times.add(clock.instant());
          return work.work(claim);
        },
        store,
        clock);
  }

  private void hint(OrderId order) {
    inbox.hint(List.of(Hint.of(order, HintSource.OPERATOR)));
  }
}
