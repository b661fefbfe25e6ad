package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A failure's message fits into Salesforce's field")
class WriteBackTest {
  private static final OrderId ORDER = new OrderId("8015g00000AbCdEAAV");

  @Test
  @DisplayName("255 characters stay as they are")
  void keepsWhatFits() {
    assertThat(failedWith("x".repeat(255)).message()).isEqualTo("x".repeat(255));
  }

  @Test
  @DisplayName("one more is cut to 255, and one sees that it was cut")
  void cutsWhatDoesNot() {
    assertThat(failedWith("x".repeat(256)).message()).isEqualTo("x".repeat(254) + "…");
  }

  private static WriteBack.Failed failedWith(String message) {
    return new WriteBack.Failed(ORDER, FailureCode.ETIMEOUT, message);
  }
}
