package dev.kaitsu.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Patience is never nothing")
class FulfillmentSettingsTest {
  private static final Duration SOME = Duration.ofMillis(1);

  @ParameterizedTest(name = "{0} s")
  @ValueSource(longs = {0, -1})
  @DisplayName("a look window or a takeover time that is not positive is refused by name")
  void refused(long seconds) {
    var none = Duration.ofSeconds(seconds);
    assertThatThrownBy(() -> new FulfillmentSettings(none, SOME, SOME, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lookWindow");
    assertThatThrownBy(() -> new FulfillmentSettings(SOME, SOME, none, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takeoverAfter");
  }

  @Test
  @DisplayName("an order may die at least once before it is parked")
  void takeoverLimit() {
    assertThat(new FulfillmentSettings(SOME, SOME, SOME, 1).takeoverLimit()).isEqualTo(1);
    assertThatThrownBy(() -> new FulfillmentSettings(SOME, SOME, SOME, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takeoverLimit");
  }
}
