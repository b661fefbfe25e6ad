package dev.kaitsu.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.ledger.CaseFile.OpenAttempt;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Where an order stands follows from its facts, and from nothing else")
class CaseFileTest {
  private static final BillingClientId CLIENT = AnOrder.CLIENT;
  private static final BillingClientId OTHER_CLIENT = new BillingClientId(99);
  private static final LedgerFact STARTED = new LedgerFact.AttemptStarted(1, SettableClock.START);
  private static final LedgerFact ENDED =
      new LedgerFact.AttemptEnded(LedgerFact.Outcome.FAILED, "why");
  private static final LedgerFact REFUSED =
      new LedgerFact.CreationRefused(FailureCode.HTTP_429, "no");
  private static final LedgerFact LOOK_CLOSED = new LedgerFact.LookClosed(List.of());

  @Test
  @DisplayName("without a fact nothing is established")
  void nothing() {
    var file = fileOf();
    assertThat(file.now()).isEqualTo(at(0));
    assertThat(file.attempts()).isZero();
    assertThat(file.open()).isEmpty();
    assertThat(file.accepted()).isFalse();
    assertThat(file.searching()).isFalse();
  }

  @Test
  @DisplayName("an attempt is open from its start to its end, and is counted for ever")
  void attempt() {
    assertThat(fileOf(STARTED).open()).contains(new OpenAttempt(1, at(0)));
    assertThat(fileOf(STARTED, ENDED).open()).isEmpty();
    assertThat(fileOf(STARTED, ENDED).attempts()).isEqualTo(1);
  }

  @Test
  @DisplayName("finished steps are those of the attempt that is open")
  void finished() {
    var step = new LedgerFact.StepFinished("mapping", Duration.ZERO);
    assertThat(fileOf(STARTED, step).finished()).containsExactly("mapping");
    assertThat(fileOf(STARTED, step, ENDED).finished()).isEmpty();
  }

  @Nested
  @DisplayName("a creating call")
  class Creation {
    @Test
    @DisplayName("leaves a doubt from its intent on, whether the attempt ended or not")
    void inDoubt() {
      var doubt = new Doubt(at(1), id(5), false);
      assertThat(fileOf(STARTED, sent(CLIENT, id(5))).doubt()).contains(doubt);
      assertThat(fileOf(STARTED, sent(CLIENT, id(5)), unanswered(), ENDED).doubt()).contains(doubt);
      assertThat(fileOf(STARTED, sent(CLIENT, id(5))).client()).contains(CLIENT);
    }

    @Test
    @DisplayName("that was refused left nothing behind: no doubt, no client")
    void refused() {
      var file = fileOf(STARTED, sent(CLIENT, id(5)), REFUSED);
      assertThat(file.doubt()).isEmpty();
      assertThat(file.client()).isEmpty();
    }

    @Test
    @DisplayName("that was refused leaves the doubt about the call before it as it was")
    void refusedLater() {
      var file =
          fileOf(
              STARTED, sent(CLIENT, id(5)), LOOK_CLOSED, sent(OTHER_CLIENT, id(5)), REFUSED, ENDED);
      assertThat(file.doubt()).contains(new Doubt(at(1), id(5), true));
      assertThat(file.client()).contains(CLIENT);
    }

    @Test
    @DisplayName("sent once more is in doubt anew, from the later time on")
    void sentAgain() {
      var file = fileOf(STARTED, sent(CLIENT, id(5)), LOOK_CLOSED, sent(CLIENT, id(5)));
      assertThat(file.doubt()).contains(new Doubt(at(3), id(5), false));
      assertThat(file.searching()).isTrue();
    }

    @Test
    @DisplayName("whose order is known is in doubt no more")
    void billed() {
      var services = List.of(new ServiceId(3));
      var file =
          fileOf(
              STARTED,
              sent(CLIENT, id(5)),
              new LedgerFact.Billed(new BillingOrderId(6), services, false));
      assertThat(file.doubt()).isEmpty();
      assertThat(file.billed()).contains(new BilledOrder(new BillingOrderId(6), services));
      assertThat(file.client()).contains(CLIENT);
    }

    static List<LedgerFact> endsOfASearch() {
      return List.of(LOOK_CLOSED, new LedgerFact.LostOrderFound(new BillingOrderId(6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfASearch")
    @DisplayName("is looked for until a look has ended the search; the doubt outlasts it")
    void search(LedgerFact end) {
      assertThat(fileOf(STARTED, sent(CLIENT, id(5)), ENDED).searching()).isTrue();

      var file = fileOf(STARTED, sent(CLIENT, id(5)), ENDED, end);
      assertThat(file.searching()).isFalse();
      assertThat(file.doubt()).contains(new Doubt(at(1), id(5), true));
    }
  }

  @Test
  @DisplayName("what a person disowned is known for ever")
  void disowned() {
    var first = new LedgerFact.Disowned(List.of(new BillingOrderId(6)), "an operator");
    var second = new LedgerFact.Disowned(List.of(new BillingOrderId(7)), "an operator");
    assertThat(fileOf(STARTED, first, ENDED, second).disowned())
        .containsExactlyInAnyOrder(new BillingOrderId(6), new BillingOrderId(7));
  }

  @Test
  @DisplayName("accepted stays accepted, and what was asked for stays asked for")
  void accepted() {
    assertThat(fileOf(STARTED).acceptSent()).isFalse();
    assertThat(fileOf(STARTED, new LedgerFact.AcceptSent(), ENDED).acceptSent()).isTrue();
    assertThat(fileOf(STARTED, new LedgerFact.AcceptSent()).accepted()).isFalse();
    assertThat(fileOf(STARTED, new LedgerFact.Accepted(), ENDED).accepted()).isTrue();
  }

  @Nested
  @DisplayName("a result")
  class Result {
    private static final Instant MODIFIED = SettableClock.START.minusSeconds(5);
    private static final WriteBack FAILED =
        new WriteBack.Failed(AnOrder.ID, FailureCode.HTTP_500, "why");
    private static final LedgerFact OWED = new LedgerFact.WriteBackOwed(FAILED);
    private static final LedgerFact SENT = new LedgerFact.WriteBackSent(MODIFIED);

    @Test
    @DisplayName("is owed with the state of the record that it was sent over")
    void owed() {
      assertThat(fileOf(STARTED, OWED, SENT).owed()).contains(new OwedWriteBack(FAILED, MODIFIED));
    }

    static List<LedgerFact> settlements() {
      return List.of(
          new LedgerFact.WriteBackDelivered(),
          new LedgerFact.WriteBackDropped("changed"),
          new LedgerFact.WriteBackParked("a validation rule"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settlements")
    @DisplayName("is owed no more once it is delivered, dropped or parked")
    void settled(LedgerFact settlement) {
      assertThat(fileOf(STARTED, OWED, SENT, settlement).owed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settlements")
    @DisplayName("that was parked, and no other, leaves the state of the record behind")
    void parked(LedgerFact settlement) {
      var parkedFor = fileOf(STARTED, OWED, SENT, settlement, ENDED).parkedFor();
      assertThat(parkedFor)
          .isEqualTo(
              Optional.of(MODIFIED)
                  .filter(any -> settlement instanceof LedgerFact.WriteBackParked));
    }
  }

  @Test
  @DisplayName("the reason of a skip counts only while nothing happened after it")
  void skipped() {
    var skipped = new LedgerFact.Skipped("billed");
    assertThat(fileOf(skipped).lastWas(skipped)).isTrue();
    assertThat(fileOf(skipped).lastWas(new LedgerFact.Skipped("not approved"))).isFalse();
    assertThat(fileOf(skipped, STARTED).lastWas(skipped)).isFalse();
  }

  /** One fact a second. */
  private static CaseFile fileOf(LedgerFact... facts) {
    var entries = new ArrayList<LedgerEntry>();
    for (LedgerFact fact : facts) {
      entries.add(new LedgerEntry(entries.size(), 1, at(entries.size()), fact));
    }
    return CaseFile.of(new OrderHistory(AnOrder.ID, entries, at(facts.length)));
  }

  private static Instant at(int seconds) {
    return SettableClock.START.plusSeconds(seconds);
  }

  private static LedgerFact sent(BillingClientId client, Optional<BillingOrderId> highWater) {
    return new LedgerFact.CreationSent(client, highWater, "digest");
  }

  private static LedgerFact unanswered() {
    return new LedgerFact.CreationUnanswered(FailureCode.ETIMEOUT, "no answer");
  }

  private static Optional<BillingOrderId> id(long value) {
    return Optional.of(new BillingOrderId(value));
  }
}
