package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.testkit.ASim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is asked for has bounds, and is never repeated beyond them")
class RequestBoundsTest {
  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e999999999", "1e2147483647", "0e99"})
  @DisplayName("an amount of a billion digits is refused without writing them")
  void hugeAmounts(String text) {
    var amount = TopUp.amountOf(text);

    assertThatThrownBy(() -> new TopUp(LineWorld.CLIENT, 1, amount, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an amount")
        .hasMessageNotContaining("99999999999");
  }

  @Test
  @DisplayName("a text that is too long for an amount is not read at all")
  void longTexts() {
    for (var wrong : new String[] {"1".repeat(60_000), "five", ""}) {
      assertThatThrownBy(() -> TopUp.amountOf(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("write it like 550");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-01-01", "+10000-01-01", "2200-01-01", "1999-12-31"})
  @DisplayName("a day in a year for which nobody plans is refused, its field named")
  void farDays(String text) {
    var day = Optional.of(LocalDate.parse(text));

    assertThatThrownBy(() -> new TopUp(LineWorld.CLIENT, 1, BigDecimal.ONE, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expires");
    assertThatThrownBy(() -> new PlanChange(ASim.PLAN, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("on");
  }

  @Test
  @DisplayName("who acts on an operation is named")
  void unnamed() {
    var world = new LineWorld();
    var id = world.ask(LineWorld.NETWORK);

    assertThatThrownBy(() -> world.desk.cancel(id, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.desk.settle(id, true, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.desk.retry(id, "")).isInstanceOf(IllegalArgumentException.class);
  }
}
