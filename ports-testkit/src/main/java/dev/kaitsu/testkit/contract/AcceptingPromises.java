package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Billing#accept} and {@link Billing#acceptAgain} promise. */
abstract class AcceptingPromises extends BillingScene {

  @Test
  @DisplayName("an accepted order is active with its services, however often it is accepted")
  void acceptsTwice() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));

    billing().accept(billed.id());
    billing().accept(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
    assertThat(billing().services(client, billed.id())).allMatch(BilledService::active);
  }

  @Test
  @DisplayName("an order that staff accepted first is accepted")
  void acceptsAfterStaff() {
    ready();
    var staffs = staffOrders(client);
    staffSets(staffs, BillingOrderStatus.ACTIVE);

    billing().accept(staffs);

    assertThat(statusOf(staffs)).isEqualTo(BillingOrderStatus.ACTIVE);
  }

  @Test
  @DisplayName("an accept whose answer was lost can be repeated")
  void acceptsAfterLostAnswer() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    losesTheAnswerOfTheNextAccept();

    acceptIgnoringOneLostAnswer(billed.id());
    billing().accept(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
  }

  @Test
  @DisplayName("a cancelled order is refused as such and stays cancelled")
  void refusesCancelled() {
    assertRefused(BillingOrderStatus.CANCELLED, FailureCode.BILLING_ORDER_CANCELLED);
  }

  @Test
  @DisplayName("a fraudulent order is refused as such and stays so")
  void refusesFraud() {
    assertRefused(BillingOrderStatus.FRAUD, FailureCode.BILLING_ORDER_FRAUD);
  }

  @Test
  @DisplayName("an order that is gone is unclear")
  void refusesAbsent() {
    ready();

    assertThat(haltOf(() -> billing().accept(new BillingOrderId(999_999))))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_ORDER_UNCLEAR);
  }

  @Test
  @DisplayName("a set-up that fails is told as such")
  void tellsFailedSetup() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    failsTheNextSetup();

    assertThat(haltOf(() -> billing().accept(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_SETUP_FAILED);
  }

  @Test
  @DisplayName("asked again: a pending order of which nothing is set up is accepted")
  void acceptsAgainWhatIsPending() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));

    billing().acceptAgain(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
    assertThat(billing().services(client, billed.id())).allMatch(BilledService::active);
  }

  @Test
  @DisplayName("asked again after a lost answer: what is in place already is accepted")
  void acceptsAgainAfterLostAnswer() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    losesTheAnswerOfTheNextAccept();
    acceptIgnoringOneLostAnswer(billed.id());

    billing().acceptAgain(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
  }

  @Test
  @DisplayName("asked again: a pending order with an active service is left to a person")
  void leavesWhatHasBegun() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    setsUpItsFirstService(billed.id());

    assertThat(haltOf(() -> billing().acceptAgain(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_SETUP_FAILED);
    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.PENDING);
  }

  @Test
  @DisplayName("asked again after a failed set-up: it is told again, and not tried again")
  void doesNotSetUpAgain() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    failsTheNextSetup();
    haltOf(() -> billing().accept(billed.id()));

    assertThat(haltOf(() -> billing().acceptAgain(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_SETUP_FAILED);
    assertThat(billing().services(client, billed.id())).noneMatch(BilledService::active);
  }

  @Test
  @DisplayName("asked again: an order that is cancelled, fraud or gone is refused as such")
  void refusesAgain() {
    ready();
    assertRefusedAgain(BillingOrderStatus.CANCELLED, FailureCode.BILLING_ORDER_CANCELLED);
    assertRefusedAgain(BillingOrderStatus.FRAUD, FailureCode.BILLING_ORDER_FRAUD);
    assertThat(haltOf(() -> billing().acceptAgain(new BillingOrderId(999_999))).code())
        .isEqualTo(FailureCode.BILLING_ORDER_UNCLEAR);
  }

  private void assertRefusedAgain(BillingOrderStatus status, FailureCode code) {
    var billed = billing().create(draft(line(PLAIN, 1)));
    staffSets(billed.id(), status);

    assertThat(haltOf(() -> billing().acceptAgain(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(code);
    assertThat(statusOf(billed.id())).isEqualTo(status);
  }

  private void acceptIgnoringOneLostAnswer(BillingOrderId id) {
    try {
      billing().accept(id);
    } catch (ExternalCallException lost) {
      assertThat(lost.halt()).isInstanceOf(Halt.Uncertain.class);
    }
  }

  private void assertRefused(BillingOrderStatus status, FailureCode code) {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    staffSets(billed.id(), status);

    assertThat(haltOf(() -> billing().accept(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(code);
    assertThat(statusOf(billed.id())).isEqualTo(status);
  }
}
