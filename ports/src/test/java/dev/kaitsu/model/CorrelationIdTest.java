package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A correlation id is harmless in logs and headers")
class CorrelationIdTest {

  @Test
  @DisplayName("safe characters stay as they are")
  void keepsSafeCharacters() {
    assertThat(new CorrelationId("cdc-order-801:x_1.2")).hasToString("cdc-order-801:x_1.2");
  }

  @Test
  @DisplayName("line breaks, quotes and other alphabets are replaced one by one")
  void replacesOthers() {
    assertThat(new CorrelationId("a\r\nb\"c 開").value()).isEqualTo("a__b_c__");
  }

  @Test
  @DisplayName("it is cut after 80 characters")
  void isCut() {
    assertThat(new CorrelationId("x".repeat(81)).value()).isEqualTo("x".repeat(80));
  }

  @Test
  @DisplayName("an empty one is refused")
  void refusesEmpty() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationId(""));
  }

  @Test
  @DisplayName("a hint without one is named after its source and order")
  void isMadeForHints() {
    var hint = Hint.of(new OrderId("8015g00000AbCdE"), HintSource.CHANGE_EVENT);

    assertThat(hint.correlation()).hasToString("cdc-order-8015g00000AbCdEAAV");
  }
}
