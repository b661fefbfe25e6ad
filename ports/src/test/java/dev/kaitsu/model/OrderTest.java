package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An order knows what is true of itself")
class OrderTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("it is approved by exactly two values of Status")
  @CsvSource({
    "Approved, true",
    "Reactivate, true",
    "approved, false",
    "Draft, false",
    "Cancelled, false",
    "Completed, false"
  })
  void approval(String status, boolean approved) {
    assertThat(order(Optional.of(status), Optional.empty(), Optional.empty()).isApproved())
        .isEqualTo(approved);
  }

  @Test
  @DisplayName("it counts as approved in an org that does not fill Status")
  void approvalWithoutStatus() {
    assertThat(order(Optional.empty(), Optional.empty(), Optional.empty()).isApproved()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("it asks for fulfillment only by Activating")
  @CsvSource({"Activating, true", "Activated, false", "Failed, false", "activating, false"})
  void activation(String activation, boolean activating) {
    assertThat(order(Optional.empty(), Optional.of(activation), Optional.empty()).isActivating())
        .isEqualTo(activating);
  }

  @Test
  @DisplayName("it does not ask for fulfillment before its first approval")
  void noActivation() {
    assertThat(order(Optional.empty(), Optional.empty(), Optional.empty()).isActivating())
        .isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("its type says whether it needs a SIM")
  @CsvSource({"SIM, true", "sim, true", "Internet, false"})
  void sim(String type, boolean sim) {
    assertThat(order(Optional.empty(), Optional.empty(), Optional.of(type)).isSim()).isEqualTo(sim);
  }

  private static Order order(
      Optional<String> status, Optional<String> activation, Optional<String> type) {
    return new Order(
        new OrderId("8015g00000AbCdEAAV"),
        Optional.empty(),
        Optional.empty(),
        status,
        activation,
        type,
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        Instant.EPOCH,
        List.of());
  }
}
