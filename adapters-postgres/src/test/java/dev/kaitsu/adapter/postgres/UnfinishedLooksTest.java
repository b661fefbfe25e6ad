package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.SetAside;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Looks that come to no end")
class UnfinishedLooksTest {
  private static final BillingClientId CLIENT = new BillingClientId(7);
  private static final LedgerFact SENT =
      new LedgerFact.CreationSent(CLIENT, Optional.empty(), "digest");
  private static final LedgerFact STARTED = new LedgerFact.AttemptStarted(1, SettableClock.START);

  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final Database plain = Engine.databaseOf(database);
  private final PostgresInbox inbox = new PostgresInbox(plain, new Doorbell(new SilentWakeUps()));
  private final PostgresLedger ledger = new PostgresLedger(plain, Duration.ofMinutes(1));
  private final PostgresQueue queue = new PostgresQueue(plain);

  @Test
  @DisplayName("are counted, put off or not, until the order is settled")
  void counted() {
    engine.claim(order(1));
    var second = engine.claim(order(1));
    engine.complete(second, new ComeBack(Instant.now(), "later"));

    assertThat(second.unfinished()).isEqualTo(1);
    var third = engine.claim(order(1));
    assertThat(third.unfinished()).isEqualTo(1);
    engine.complete(third, new Settled());
    assertThat(engine.claim(order(1)).unfinished()).isZero();
  }

  @Test
  @DisplayName("do not count if our own store failed or the node was stopping; deaths do")
  void releases() {
    var ticket = engine.pick(order(1), "node");
    var claim = new Claims(plain).claim(ticket).orElseThrow();
    new Releases(plain).release(ticket, claim, Rest.none(ticket));
    assertThat(engine.claim(order(1)).unfinished()).isZero();

    var next = engine.pick(order(2), "node");
    var dying = new Claims(plain).claim(next).orElseThrow();
    new Releases(plain).releaseDead(next, dying, Rest.growing(next));
    assertThat(engine.claim(order(2)).unfinished()).isEqualTo(1);
  }

  @Test
  @DisplayName("an order that is set aside is brought back by who asks, not by a sweep")
  void setAside() {
    engine.complete(engine.claim(order(1)), new SetAside());
    var swept = List.of(Hint.of(order(1), HintSource.SWEEP));

    assertThat(inbox.hintIfIdle(swept)).isZero();
    inbox.hint(List.of(hint(1)));
    engine.complete(engine.claim(order(1)), new Settled());
    assertThat(inbox.hintIfIdle(swept)).isEqualTo(1);
  }

  static List<List<LedgerFact>> leftToDo() {
    return List.of(
        List.of(STARTED),
        List.of(STARTED, SENT, ended()),
        List.of(
            STARTED, SENT, new LedgerFact.CreationUnanswered(FailureCode.ETIMEOUT, "-"), ended()));
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("an order with something left to do and no ticket is stranded")
  void leftToDo(List<LedgerFact> facts) {
    var claim = engine.claim(order(1));
    ledger.record(claim, facts);
    assertThat(queue.stranded()).as("while somebody works on it").isEmpty();

    engine.complete(claim, new Settled());

    assertThat(queue.stranded()).containsExactly(order(1));
    assertThat(inbox.hintIfIdle(List.of(Hint.of(order(1), HintSource.SWEEP)))).isEqualTo(1);
    assertThat(queue.stranded()).as("once a look is planned").isEmpty();
  }

  @Test
  @DisplayName("a hint whose ticket somebody removed by hand is stranded")
  void ticketRemoved() {
    inbox.hint(List.of(hint(1), hint(2)));
    Databases.execute(
        database,
        "delete from kaitsu.scheduled_tasks where task_instance = '%s'".formatted(order(2)));

    assertThat(queue.stranded()).containsExactly(order(2));
  }

  static List<LedgerFact> ends() {
    var id = new BillingOrderId(5);
    return List.of(
        new LedgerFact.Billed(id, List.of(), false),
        new LedgerFact.CreationRefused(FailureCode.BILLING_REFUSED, "no"),
        new LedgerFact.LostOrderFound(id),
        new LedgerFact.LookClosed(List.of()));
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("an order that ended and has nothing to look for is not")
  void ends(LedgerFact answer) {
    var claim = engine.claim(order(1));
    ledger.record(claim, List.of(STARTED, SENT, answer, ended()));
    engine.complete(claim, new Settled());

    assertThat(queue.stranded()).isEmpty();
  }

  private static LedgerFact ended() {
    return new LedgerFact.AttemptEnded(LedgerFact.Outcome.FAILED, "no");
  }
}
