package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What WHMCS says to AcceptOrder is held against the order and its services")
class DisputedAcceptTest {
  private static final BillingOrderId ORDER = new BillingOrderId(9);
  private static final String NOT_PENDING = "Order ID not found or Status not Pending";
  private static final String MODULE = "Module create failed";
  private static final String NOT_ACTIVE =
      "billing order 9 is accepted, but these services are not active: ";

  private final CannedWhmcs whmcs = new CannedWhmcs();
  private WhmcsConfig config = Whmcs.config(whmcs.url());

  @BeforeEach
  void anotherOrdersIdleService() {
    services("{\"id\":2,\"clientid\":5,\"orderid\":8,\"status\":\"Pending\"}");
  }

  @AfterEach
  void close() {
    whmcs.close();
  }

  @Test
  @DisplayName("not let in: nothing is accepted, and a person must act")
  void denied() {
    whmcs.answers("AcceptOrder", 403, error("Invalid Permissions: API action not allowed"));

    assertThat(halt()).isInstanceOf(Halt.Refused.class);
    assertThat(halt().code()).isEqualTo(FailureCode.BILLING_ACCESS_REFUSED);
    assertThat(whmcs.asked()).containsOnly("AcceptOrder");
  }

  @Test
  @DisplayName("never sent: there is nothing to hold it against")
  void neverSent() {
    whmcs.close();
    var asked = new ArrayList<String>();
    try (var billing = new WhmcsBilling(config, (action, took, failure) -> asked.add(action))) {
      var failed =
          catchThrowableOfType(ExternalCallException.class, () -> billing.accept(ORDER)).halt();
      assertThat(failed).isInstanceOf(Halt.Failed.class);
    }
    assertThat(asked).containsExactly("AcceptOrder");
  }

  @Test
  @DisplayName("the order cannot be read: the doubt stays, with the reason beside it")
  void blind() {
    whmcs.answers("AcceptOrder", error(MODULE));
    whmcs.answers("GetOrders", 503, "");

    var failed = failure();
    assertThat(failed.halt())
        .isEqualTo(
            new Halt.Uncertain(
                FailureCode.BILLING_ORDER_UNCLEAR,
                "WHMCS refused AcceptOrder for order 9, and the order could not be read: "
                    + MODULE));
    assertThat(failed.getSuppressed())
        .singleElement()
        .satisfies(why -> assertThat(why).hasMessageContaining("HTTP 503"));
  }

  @Nested
  @DisplayName("the order is active:")
  class Active {
    @BeforeEach
    void active() {
      order("Active");
    }

    @Test
    @DisplayName("accepted, whoever did it, if its own services are set up")
    void complete() {
      service("Active");
      refused(NOT_PENDING);
      assertAccepted();
      lost();
      assertAccepted();
      refused(MODULE);
      assertAccepted();
    }

    @Test
    @DisplayName("idle services are named, with WHMCS' words if there were any")
    void incomplete() {
      service("Pending");
      refused(NOT_PENDING);
      assertSetupFailed(NOT_ACTIVE + "[3]; " + NOT_PENDING);
      lost();
      assertSetupFailed(NOT_ACTIVE + "[3]");
    }

    @Test
    @DisplayName("services that cannot be read matter only where set-up is known to have failed")
    void unreadableServices() {
      whmcs.answers("GetClientsProducts", 503, "");
      refused(NOT_PENDING);
      assertAccepted();
      lost();
      assertAccepted();
      refused(MODULE);
      assertSetupFailed(NOT_ACTIVE + "some, which could not be read; " + MODULE);
    }

    @Test
    @DisplayName("so do those of an order that does not say whose it is")
    void ownerless() {
      whmcs.answers("GetOrders", orders("{\"id\":9,\"status\":\"Active\"}"));
      lost();
      assertAccepted();
      refused(MODULE);
      assertSetupFailed(NOT_ACTIVE + "some, which could not be read; " + MODULE);
    }

    @Test
    @DisplayName("where set-up is switched off, idle services are as they should be")
    void handsOff() {
      config = Whmcs.config(whmcs.url(), Whmcs.autoSetup(false));
      service("Pending");
      refused(NOT_PENDING);
      assertAccepted();
      lost();
      assertAccepted();
      refused(MODULE);
      assertSetupFailed(NOT_ACTIVE + "[3]; " + MODULE);
    }

    @Test
    @DisplayName("where it is switched on, they are not")
    void handsOn() {
      config = Whmcs.config(whmcs.url(), Whmcs.autoSetup(true));
      service("Pending");
      lost();
      assertSetupFailed(NOT_ACTIVE + "[3]");
    }
  }

  @Nested
  @DisplayName("the order is pending:")
  class Pending {
    @BeforeEach
    void pending() {
      order("Pending");
    }

    @Test
    @DisplayName("a module's error is why it was not accepted")
    void module() {
      refused(MODULE);
      assertSetupFailed("billing order 9 was not accepted: " + MODULE);
    }

    @Test
    @DisplayName("that it be not pending contradicts it: a person must look")
    void contradiction() {
      refused(NOT_PENDING);
      assertThat(halt())
          .isEqualTo(
              new Halt.Refused(
                  FailureCode.BILLING_ORDER_UNCLEAR,
                  "WHMCS refuses billing order 9 as not pending, yet shows it as pending"));
    }

    @Test
    @DisplayName("a lost answer stays lost: it may turn active yet")
    void stillLost() {
      lost();
      assertThat(halt())
          .isEqualTo(
              new Halt.Uncertain(FailureCode.HTTP_502, "WHMCS answered AcceptOrder with HTTP 502"));
    }
  }

  private void refused(String message) {
    whmcs.answers("AcceptOrder", error(message));
  }

  private void lost() {
    whmcs.answers("AcceptOrder", 502, "<html>");
  }

  private void order(String status) {
    whmcs.answers(
        "GetOrders", orders("{\"id\":9,\"userid\":5,\"status\":\"%s\"}".formatted(status)));
  }

  private void service(String status) {
    services(
        "{\"id\":2,\"clientid\":5,\"orderid\":8,\"status\":\"Pending\"},"
            + "{\"id\":3,\"clientid\":5,\"orderid\":9,\"status\":\"%s\"}".formatted(status));
  }

  private void services(String rows) {
    whmcs.answers(
        "GetClientsProducts",
        "{\"result\":\"success\",\"products\":{\"product\":[%s]}}".formatted(rows));
  }

  private static String orders(String rows) {
    return "{\"result\":\"success\",\"orders\":{\"order\":[%s]}}".formatted(rows);
  }

  private static String error(String message) {
    return "{\"result\":\"error\",\"message\":\"%s\"}".formatted(message);
  }

  private void assertAccepted() {
    try (var billing = Whmcs.billing(config)) {
      assertThatCode(() -> billing.accept(ORDER)).doesNotThrowAnyException();
    }
  }

  private void assertSetupFailed(String reason) {
    assertThat(halt()).isEqualTo(new Halt.Refused(FailureCode.BILLING_SETUP_FAILED, reason));
  }

  private Halt halt() {
    return failure().halt();
  }

  private ExternalCallException failure() {
    try (var billing = Whmcs.billing(config)) {
      return catchThrowableOfType(ExternalCallException.class, () -> billing.accept(ORDER));
    }
  }
}
