package dev.kaitsu.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.ledger.Doubt;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.SeenOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether a complete look allows to create a billing order")
class CreationDecisionTest {
  private static final Instant SENT = Instant.parse("2026-11-20T03:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Instant WINDOW_END = SENT.plus(WINDOW);
  private static final Optional<Doubt> DOUBT = Optional.of(new Doubt(SENT, id(5), false));

  @Test
  @DisplayName("never sent before: it may, above the client's highest order")
  void first() {
    assertThat(decide(Optional.empty(), SENT, seen(3), seen(8)))
        .isEqualTo(new CreationDecision.Create(id(8)));
    assertThat(decide(Optional.empty(), SENT)).isEqualTo(new CreationDecision.Create(id()));
  }

  @Test
  @DisplayName("in doubt, a look begun a moment before the window closed does not allow it")
  void tooEarly() {
    assertThat(decide(DOUBT, WINDOW_END.minusNanos(1), seen(5)))
        .isEqualTo(new CreationDecision.LookAgain(WINDOW_END));
  }

  @Test
  @DisplayName("one begun when it closed does, above the mark of before the first call")
  void closed() {
    assertThat(decide(DOUBT, WINDOW_END, seen(3), seen(5)))
        .isEqualTo(new CreationDecision.Create(id(5)));
  }

  @Test
  @DisplayName("a look that already found nothing does not stand in for a fresh one")
  void lookedOutIsNoLook() {
    var lookedOut = Optional.of(new Doubt(SENT, id(5), true));
    assertThat(decide(lookedOut, WINDOW_END.minusNanos(1)))
        .isInstanceOf(CreationDecision.LookAgain.class);
  }

  @Test
  @DisplayName("a newer order that is linked to another order of ours does not hinder, others do")
  void newer() {
    assertThat(decide(DOUBT, WINDOW_END, seen(5), seen(6)))
        .isEqualTo(new CreationDecision.Create(id(5)));
    assertThat(decide(DOUBT, WINDOW_END, seen(6), seen(7), seen(8)))
        .isEqualTo(
            new CreationDecision.Unmarked(List.of(new BillingOrderId(7), new BillingOrderId(8))));
  }

  @Test
  @DisplayName("nobody is asked whose newer orders are where there are none")
  void nothingNewer() {
    var decision =
        CreationDecision.of(
            new BillingLook(List.of(seen(5))),
            DOUBT,
            WINDOW_END,
            WINDOW,
            newer -> {
              throw new AssertionError("asked about " + newer);
            });
    assertThat(decision).isEqualTo(new CreationDecision.Create(id(5)));
  }

  @Test
  @DisplayName("a client that had no order at all before: every order is newer")
  void noMark() {
    var doubt = Optional.of(new Doubt(SENT, id(), false));
    assertThat(decide(doubt, WINDOW_END, seen(1)))
        .isEqualTo(new CreationDecision.Unmarked(List.of(new BillingOrderId(1))));
  }

  @Test
  @DisplayName("with our marker it is adopted at any time: the lowest, whatever else is there")
  void marked() {
    assertThat(decide(DOUBT, SENT, seen(9), marked(8), marked(7)))
        .isEqualTo(new CreationDecision.Adopt(marked(7), List.of(new BillingOrderId(8))));
    assertThat(decide(Optional.empty(), SENT, marked(2)))
        .isEqualTo(new CreationDecision.Adopt(marked(2), List.of()));
  }

  /** Number 6 is linked to another order of ours. */
  private static CreationDecision decide(
      Optional<Doubt> doubt, Instant lookBegan, SeenOrder... orders) {
    return CreationDecision.of(
        new BillingLook(List.of(orders)),
        doubt,
        lookBegan,
        WINDOW,
        newer -> Set.of(new BillingOrderId(6)));
  }

  private static Optional<BillingOrderId> id(long... value) {
    return value.length == 0 ? Optional.empty() : Optional.of(new BillingOrderId(value[0]));
  }

  private static SeenOrder seen(long id) {
    return new SeenOrder(new BillingOrderId(id), BillingOrderStatus.PENDING, false);
  }

  private static SeenOrder marked(long id) {
    return new SeenOrder(new BillingOrderId(id), BillingOrderStatus.PENDING, true);
  }
}
