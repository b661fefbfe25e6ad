package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Acceptance;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Accepting an order")
class AcceptTest {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());
  private final BillingOrderId order = billing.create(Whmcs.draft()).id();

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @Test
  @DisplayName("twice is as good as once")
  void twice() {
    billing.accept(order);
    billing.accept(order);

    assertThat(status()).isEqualTo("Active");
    assertThat(billing.services(Whmcs.CLIENT, order)).allMatch(BilledService::active).hasSize(2);
  }

  @Test
  @DisplayName("succeeds if staff was faster")
  void staffIsFaster() {
    whmcs.behaviour().acceptance(Acceptance.STAFF_IS_FASTER);

    assertThatCode(() -> billing.accept(order)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Symptom.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DELAY", "LATE_COMMIT", "SUCCESS_WITHOUT_ID"})
  @DisplayName("whose answer was lost succeeds if the order turned active")
  void lostAnswer(Symptom symptom) {
    whmcs.faults().script("AcceptOrder", Fault.after(symptom), 1);

    assertThatCode(() -> billing.accept(order)).doesNotThrowAnyException();
    assertThat(whmcs.calls().count("AcceptOrder")).isEqualTo(1);
  }

  @Test
  @DisplayName("whose answer was lost is doubt while the order is pending")
  void lostRequest() {
    whmcs.faults().script("AcceptOrder", Fault.before(Symptom.DROP), 1);

    assertThat(failure()).isInstanceOf(Halt.Uncertain.class);
    assertThat(whmcs.calls().count("AcceptOrder")).isEqualTo(1);
  }

  @Test
  @DisplayName("whose answer was lost is doubt if the order cannot be read either")
  void blind() {
    whmcs.faults().script("AcceptOrder", Fault.after(Symptom.HTTP_502_HTML), 1);
    whmcs.faults().script("GetOrders", Fault.before(Symptom.HTTP_503), 1);

    var halt = failure();

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(halt.code()).isEqualTo(FailureCode.HTTP_502);
  }

  @Test
  @DisplayName("is refused for an order that is cancelled, fraud, or gone")
  void notAcceptable() {
    whmcs.staff().cancels((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_CANCELLED);

    whmcs.staff().marksAsFraud((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_FRAUD);

    whmcs.staff().deletes((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_UNCLEAR);
  }

  @Test
  @DisplayName("names the services whose set-up failed, and says so again when asked again")
  void setupFailedActive() {
    whmcs.behaviour().acceptance(Acceptance.MODULE_FAILS_ORDER_TURNS_ACTIVE);

    assertRefused(FailureCode.BILLING_SETUP_FAILED);
    var service = billing.services(Whmcs.CLIENT, order).get(0).id();
    var again = failure();
    assertThat(again.code()).isEqualTo(FailureCode.BILLING_SETUP_FAILED);
    assertThat(again.reason()).contains(service.toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Acceptance.class,
      names = {
        "MODULE_FAILS_ORDER_STAYS_PENDING",
        "MODULE_FAILS_HALF_WAY",
        "HOOK_ABORTS_ORDERS_WITH_NOTES"
      })
  @DisplayName("whose set-up failed with the order still pending is refused with WHMCS' words")
  void setupFailedPending(Acceptance failure) {
    whmcs.behaviour().acceptance(failure);

    assertRefused(FailureCode.BILLING_SETUP_FAILED);
    assertThat(status()).isEqualTo("Pending");
  }

  @Test
  @DisplayName("leaves the services alone where set-up is switched off")
  void withoutSetup() {
    try (var handsOff = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), Whmcs.autoSetup(false)))) {
      handsOff.accept(order);
      handsOff.accept(order);
      assertThat(handsOff.services(Whmcs.CLIENT, order)).noneMatch(BilledService::active);
    }
    assertThat(status()).isEqualTo("Active");
  }

  private void assertRefused(FailureCode code) {
    var halt = failure();
    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(code);
  }

  private Halt failure() {
    return catchThrowableOfType(ExternalCallException.class, () -> billing.accept(order)).halt();
  }

  private String status() {
    return whmcs.books().order((int) order.value()).orElseThrow().status();
  }
}
