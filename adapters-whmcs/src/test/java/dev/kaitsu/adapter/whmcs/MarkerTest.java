package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.OrderId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The marker of an order")
class MarkerTest {
  private final Marker marker = new Marker(new OrderId("801A00000012345IAA"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sfOrderId=801A00000012345IAA",
        "sfOrderId&#61;801A00000012345IAA&#039;",
        "Please call first. sfOrderId=801A00000012345IAA, thanks",
        "801A00000012345",
        "sfOrderId=801A00000012345\nbox 3",
      })
  @DisplayName("is its id as a whole word, in either form")
  void found(String text) {
    assertThat(marker.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sfOrderId=801A00000012345IAB",
        "sfOrderId=801A00000012345I",
        "sfOrderId=801a00000012345IAA",
        "sfOrderId=X801A00000012345IAA",
        "sfOrderId=801A00000012346IAA",
      })
  @DisplayName("is not a part of something longer, nor another id")
  void notFound(String text) {
    assertThat(marker.isIn(text)).isFalse();
  }
}
