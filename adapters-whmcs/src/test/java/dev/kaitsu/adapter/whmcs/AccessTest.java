package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("When WHMCS does not let us in")
class AccessTest {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION_FAILED, WHMCS_API_SECRET",
    "INVALID_IP, WHMCS_ACCESS_KEY",
  })
  @DisplayName("an order is refused with the remedy, and nobody knocks a second time")
  void failedLogin(FrontDoor door, String remedy) {
    whmcs.behaviour().frontDoor(door);

    for (int i = 0; i < 3; i++) {
      var halt = failure();
      assertThat(halt).isInstanceOf(Halt.Refused.class);
      assertThat(halt.code()).isEqualTo(FailureCode.BILLING_ACCESS_REFUSED);
      assertThat(halt.reason()).contains(remedy).doesNotContain(WhmcsEmulator.SECRET);
    }
    assertThat(billing.probe().problem())
        .hasValueSatisfying(why -> assertThat(why).contains(remedy));
    assertThat(whmcs.calls().counts().values().stream().mapToInt(each -> each).sum()).isEqualTo(1);
  }

  @Test
  @DisplayName("an action missing from our role is refused alone, and stops nothing else")
  void missingPermission() {
    whmcs.behaviour().deny("AddOrder");

    var halt = failure();

    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(FailureCode.BILLING_ACCESS_REFUSED);
    assertThat(halt.reason()).contains("addorder").contains("API role");
    assertThat(billing.hasPaymentMethod(Whmcs.CLIENT)).isTrue();
  }

  @Test
  @DisplayName("a firewall's page is no word of WHMCS, so the order is in doubt")
  void firewall() {
    whmcs.behaviour().frontDoor(FrontDoor.FIREWALL_PAGE_403);

    var halt = failure();

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(halt.code()).isEqualTo(FailureCode.HTTP_403);
  }

  @Nested
  @DisplayName("the health probe")
  class Probe {
    @Test
    @DisplayName("finds nothing wrong, also where our role may not be told the version")
    void up() {
      assertThat(billing.probe().name()).isEqualTo("whmcs");
      assertThat(billing.probe().problem()).isEmpty();

      whmcs.behaviour().deny("WhmcsDetails");
      assertThat(billing.probe().problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = FrontDoor.class,
        names = {
          "FIREWALL_PAGE_403",
          "REDIRECT_301",
          "MAINTENANCE_PAGE_200",
          "MAINTENANCE_PAGE_503"
        })
    @DisplayName("says what stands in the way")
    void down(FrontDoor door) {
      whmcs.behaviour().frontDoor(door);

      assertThat(billing.probe().problem())
          .hasValueSatisfying(why -> assertThat(why).contains("WHMCS answered WhmcsDetails"));
    }
  }

  @Nested
  @DisplayName("after the pause")
  class AfterThePause {
    private final AtomicLong now = new AtomicLong();
    private final AccessCircuit circuit = new AccessCircuit(Duration.ofSeconds(30), now::get);
    private final Answer.Denied denied =
        new Answer.Denied(AccessProblem.CREDENTIALS, "Authentication Failed");

    @Test
    @DisplayName("one call tries for all, and opens the way if it is let in")
    void oneTries() {
      assertThat(circuit.refusal()).isEmpty();
      circuit.failedLogin(denied);
      assertThat(circuit.refusal()).contains(denied);

      now.addAndGet(Duration.ofSeconds(30).toNanos());
      assertThat(circuit.refusal()).isEmpty();
      assertThat(circuit.refusal()).contains(denied);

      circuit.letIn();
      assertThat(circuit.refusal()).isEmpty();
    }
  }

  private Halt failure() {
    return catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()))
        .halt();
  }
}
