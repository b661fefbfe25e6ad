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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Accepting an order again, after a request of unknown or failed effect,")
class AcceptAgainTest {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());
  private final BillingOrderId order = billing.create(Whmcs.draft()).id();

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @Test
  @DisplayName("asks once if it is pending and nothing is set up")
  void pending() {
    billing.acceptAgain(order);

    assertThat(status()).isEqualTo("Active");
    assertThat(billing.services(Whmcs.CLIENT, order)).allMatch(BilledService::active);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("asks for nothing if it is active with all its services")
  void active() {
    billing.accept(order);

    assertThatCode(() -> billing.acceptAgain(order)).doesNotThrowAnyException();
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("asks for nothing if it is active with idle services, and names them")
  void activeInPart() {
    whmcs.behaviour().acceptance(Acceptance.MODULE_FAILS_ORDER_TURNS_ACTIVE);
    failureOf(() -> billing.accept(order));
    whmcs.behaviour().acceptance(Acceptance.WORKS);
    whmcs.staff().setsUpFirstService((int) order.value());
    var services = billing.services(Whmcs.CLIENT, order);

    assertThat(failureOf(() -> billing.acceptAgain(order)))
        .isEqualTo(
            new Halt.Refused(
                FailureCode.BILLING_SETUP_FAILED,
                "billing order %s is accepted, but these services are not active: [%s]"
                    .formatted(order, services.get(1).id())));
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "asks for nothing if it is pending with an active service, and leaves it to a person")
  void pendingInPart() {
    whmcs.behaviour().acceptance(Acceptance.MODULE_FAILS_HALF_WAY);
    failureOf(() -> billing.accept(order));
    whmcs.behaviour().acceptance(Acceptance.WORKS);
    var first = billing.services(Whmcs.CLIENT, order).get(0).id();

    assertThat(failureOf(() -> billing.acceptAgain(order)))
        .isEqualTo(
            new Halt.Refused(
                FailureCode.BILLING_SETUP_FAILED,
                "billing order %s is pending, but these services are active already: [%s]; accept it in WHMCS by hand"
                    .formatted(order, first)));
    assertThat(status()).isEqualTo("Pending");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("asks for nothing if it is cancelled, fraud, or gone")
  void notAcceptable() {
    whmcs.staff().cancels((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_CANCELLED);

    whmcs.staff().marksAsFraud((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_FRAUD);

    whmcs.staff().deletes((int) order.value());
    assertRefused(FailureCode.BILLING_ORDER_UNCLEAR);
    assertThat(requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetOrders", "GetClientsProducts"})
  @DisplayName("asks for nothing while the order or its services cannot be read")
  void blind(String action) {
    whmcs.faults().script(action, Fault.before(Symptom.HTTP_503), 1);

    assertThat(failureOf(() -> billing.acceptAgain(order)))
        .isInstanceOf(Halt.Failed.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.HTTP_503);
    assertThat(requests()).isZero();
  }

  @Test
  @DisplayName("is doubt again if that answer is lost as well and the order is still pending")
  void lostAgain() {
    whmcs.faults().script("AcceptOrder", Fault.before(Symptom.DROP), 1);

    assertThat(failureOf(() -> billing.acceptAgain(order))).isInstanceOf(Halt.Uncertain.class);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("does not ask about services whose set-up is switched off once it is active")
  void withoutSetup() {
    try (var handsOff = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), Whmcs.autoSetup(false)))) {
      handsOff.acceptAgain(order);

      assertThatCode(() -> handsOff.acceptAgain(order)).doesNotThrowAnyException();
    }
    assertThat(requests()).isEqualTo(1);
  }

  private void assertRefused(FailureCode code) {
    var halt = failureOf(() -> billing.acceptAgain(order));
    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(code);
  }

  private static Halt failureOf(Runnable accepting) {
    return catchThrowableOfType(ExternalCallException.class, accepting::run).halt();
  }

  private int requests() {
    return whmcs.calls().count("AcceptOrder");
  }

  private String status() {
    return whmcs.books().order((int) order.value()).orElseThrow().status();
  }
}
