package dev.kaitsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The witness stops a second creating call that no look after the window precedes")
class WitnessedBillingTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private static final BillingDraft DRAFT =
      new BillingDraft(
          AnOrder.ID,
          AnOrder.CLIENT,
          List.of(
              new BillingLine(ALine.ITEM, new ProductId(42), BillingCycle.MONTHLY, 1, Map.of())));

  private final SettableClock clock = new SettableClock();
  private final InMemoryBilling billing = new InMemoryBilling();
  private final WitnessedBilling witnessed = new WitnessedBilling(billing, clock, WINDOW);

  @BeforeEach
  void unansweredCall() {
    billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
    billing.losesTheNextRequest();
    assertThatThrownBy(this::create).isInstanceOf(ExternalCallException.class);
  }

  @Test
  @DisplayName("nobody looked")
  void noLook() {
    clock.advance(WINDOW);
    assertThatThrownBy(this::create).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("the look began within the window")
  void earlyLook() {
    clock.advance(WINDOW.minusNanos(1));
    look();
    clock.advance(WINDOW);
    assertThatThrownBy(this::create).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("after a look begun when the window was over, it is let through")
  void lateLook() {
    clock.advance(WINDOW);
    look();
    create();
    assertThat(billing.timesBilled(AnOrder.ID)).isEqualTo(1);
  }

  @Test
  @DisplayName("a call that was refused made nothing: another may follow at once")
  void refusal() {
    clock.advance(WINDOW);
    look();
    billing.refuses(FailureCode.BILLING_REFUSED, "no");
    assertThatThrownBy(this::create).isInstanceOf(ExternalCallException.class);
    create();
    assertThat(billing.timesBilled(AnOrder.ID)).isEqualTo(1);
  }

  private void look() {
    witnessed.look(AnOrder.CLIENT, AnOrder.ID);
  }

  private void create() {
    witnessed.create(DRAFT);
  }
}
